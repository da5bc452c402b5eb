package org.scxvm.cluster.ocf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.host.HostFiles;
import org.scxvm.host.TextsOnly;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** The environment of an action, and what crm_mon of Pacemaker 2.1.5 says. */
class OcfClustersTest {

  private static final NodeName MACHINE = new NodeName("machine");
  private static final NodeName N1 = new NodeName("pc-n1");
  private static final NodeName N2 = new NodeName("pc-n2");

  private static final String STATUS =
      """
      <pacemaker-result api-version="2.25" request="crm_mon -1 --output-as=xml">
        <summary>
          <cluster_options stonith-enabled="%s" symmetric-cluster="true"/>
        </summary>
        <nodes>
          <node name="pc-n1" id="1" online="true" unclean="false" type="member"/>
          <node name="pc-n2" id="2" online="%s" unclean="%s" type="member"/>
          <node name="guest1" id="guest1" online="true" id_as_resource="vm9" type="remote"/>
        </nodes>
        <resources>
          <resource id="vm1"><node name="elsewhere" id="1" cached="true"/></resource>
        </resources>
        %s
      </pacemaker-result>
      """;

  private final Map<String, String> environment =
      new HashMap<>(Map.of("OCF_RESKEY_CRM_meta_on_node", "pc-n1"));
  private static final String FENCED =
      """
      <fence_history>
        <fence_event action="%s" target="pc-n2" status="%s" completed="2026-11-29 02:07:38Z"/>
      </fence_history>
      """;

  private static final String LEFT =
      """
      <status>
        <node_state id="2" uname="pc-n2" in_ccm="false" crmd="offline">%s</node_state>
        <node_state id="1" uname="pc-n1" in_ccm="true" crmd="online"><lrm id="1"/></node_state>
      </status>
      """;

  private Commands.Ended answer =
      new Commands.Ended(0, String.format(STATUS, "true", "true", "false", ""), "");
  private String status = String.format(LEFT, "");

  private Cluster cluster() {
    return new OcfClusters(environment, new Answering(), CONFIGS, () -> MACHINE)
        .of(
            new ResourceIdentity(
                new ResourceName("vm1"), Optional.empty(), Optional.empty(), Optional.empty()),
            Deadline.in(new SimulatedTime(), Duration.ofMinutes(1)));
  }

  private final class Answering implements Commands {
    @Override
    public Ended run(List<String> words, Deadline deadline) throws CommandException {
      if (words.equals(List.of("cibadmin", "-Q", "-o", "status"))) {
        return new Ended(0, status, "");
      }
      assertEquals(List.of("crm_mon", "-1", "--output-as=xml"), words);
      return answer;
    }

    @Override
    public boolean isThere(String path) {
      throw new AssertionError("nobody asks");
    }
  }

  @Test
  void parametersAreTheExtensionPropertiesInSmallLetters() throws ClusterException {
    environment.put("OCF_RESKEY_domain_name", "vm1");
    environment.put("OCF_RESKEY_peer_uri", " ");
    assertEquals(Optional.of("vm1"), cluster().resource().extension("Domain_name"));
    assertEquals(Optional.empty(), cluster().resource().extension("Peer_uri"));
    assertEquals(Optional.empty(), cluster().resource().extension("Connect_uri"));
  }

  @Test
  void theTimeoutIsThatOfTheAction() throws ClusterException {
    assertEquals(Optional.empty(), cluster().resource().timeoutOf("ocf_start"));
    environment.put("OCF_RESKEY_CRM_meta_timeout", "20000");
    assertEquals(Optional.empty(), cluster().resource().timeoutOf("stop"), "nobody tells it");
    environment.put("OCF_RESKEY_CRM_meta_timeout", "51000");
    assertEquals(Optional.of(Duration.ofSeconds(51)), cluster().resource().timeoutOf("ocf_start"));
  }

  @Test
  void aTimeoutThatIsNoneIsSaid() {
    environment.put("OCF_RESKEY_CRM_meta_timeout", "soon");
    ClusterException e =
        assertThrows(ClusterException.class, () -> cluster().resource().timeoutOf("ocf_stop"));
    assertEquals("OCF_RESKEY_CRM_meta_timeout: expected milliseconds, got \"soon\"", e.words());
  }

  /** A stop after a migrate_to has no target: the domain must not be migrated twice. */
  @Test
  void onlyAMigrateToNamesATarget() throws ClusterException {
    assertEquals(Optional.of(List.of()), cluster().group().targetNodes());
    environment.put("OCF_RESKEY_CRM_meta_migrate_target", "pc-n2");
    assertEquals(Optional.of(List.of(N2)), cluster().group().targetNodes());
  }

  @Test
  void theNodesAreThoseThatPacemakerLists() throws ClusterException {
    assertEquals(Set.of(N1, N2), Set.copyOf(cluster().group().nodeList()));
    assertEquals(N1, cluster().nodes().thisNode());
  }

  /** What nothing has fenced may still run: Pacemaker calls it offline all the same. */
  @ParameterizedTest
  @CsvSource({
    "true,  false, false, off,    success, true",
    "true,  false, false, reboot, success, true",
    "true,  false, false, on,     success, false",
    "true,  false, false, off,    failed,  false",
    "true,  false, true,  off,    success, false",
    "false, false, false, off,    success, false",
    "true,  true,  false, off,    success, false"
  })
  void aNodeIsGoneIfItIsOfflineAndWasFenced(
      String fences, String online, String unclean, String action, String result, boolean gone)
      throws ClusterException {
    String event = String.format(FENCED, action, result);
    answer = new Commands.Ended(0, String.format(STATUS, fences, online, unclean, event), "");
    assertEquals(gone, cluster().nodes().isDown(N2));
    assertFalse(cluster().nodes().isDown(N1));
    assertFalse(cluster().nodes().isDown(MACHINE), "nobody knows it");
  }

  /** A domain that Pacemaker does not know of may run there: it was not stopped before it left. */
  @Test
  void aNodeThatHasLeftInGoodOrderIsNotGone() throws ClusterException {
    answer = new Commands.Ended(0, String.format(STATUS, "true", "false", "false", ""), "");
    assertFalse(cluster().nodes().isDown(N2));
  }

  @ParameterizedTest
  @CsvSource({"<lrm id='2'><lrm_resources/></lrm>", "''"})
  void aNodeThatWasFencedOnceAndHasBeenBackSinceIsNotGone(String history) throws ClusterException {
    String event = String.format(FENCED, "off", "success");
    answer = new Commands.Ended(0, String.format(STATUS, "true", "false", "false", event), "");
    status = String.format(LEFT, history);
    assertEquals(history.isEmpty(), cluster().nodes().isDown(N2));
    status = "<status/>";
    assertFalse(cluster().nodes().isDown(N2), "nothing is known of it");
  }

  @Test
  void anAnswerWithoutNodesIsNone() {
    answer = new Commands.Ended(0, "<pacemaker-result/>", "");
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().group().nodeList());
    assertEquals("crm_mon: it lists no nodes", e.words());
  }

  /** Where a cluster has called, a start must not believe that there is no other node. */
  @Test
  void aClusterThatDoesNotAnswerIsAnErrorAndByHandThereIsNone() throws ClusterException {
    answer = new Commands.Ended(102, "", "Connection to cluster failed\n");
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().group().nodeList());
    assertEquals("crm_mon -1 --output-as=xml: status 102 Connection to cluster failed", e.words());
    environment.clear();
    assertEquals(List.of(), cluster().group().nodeList());
    assertEquals(MACHINE, cluster().nodes().thisNode());
  }

  @Test
  void whatIsNoXmlIsAnError() {
    answer = new Commands.Ended(0, "<pacemaker-result", "");
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().group().nodeList());
    assertTrue(e.words().startsWith("crm_mon: its output is not understood: "), e::words);
  }

  /** One definition, and no other file. */
  private static final HostFiles CONFIGS =
      new TextsOnly(
          Map.of(
              "/etc/vm7.xml",
              "<domain><name>vm7</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></domain>"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config=/etc/vm7.xml|Domain_name|vm7",
        "config=/etc/vm7.xml,domain_name=vm8|Domain_name|vm8",
        "hypervisor=xen:///|Connect_uri|xen:///",
        "force_stop=1|Force_stop|1",
        "migration_transport=ssh|Peer_uri|qemu+ssh://%n/system",
        "hypervisor=qemu:///system,migration_transport=tcp|Peer_uri|qemu+tcp://%n/system",
        "hypervisor=qemu://foo:9999/system|Peer_uri|qemu://%n:9999/system",
        "migration_user=hv,migration_transport=ssh|Peer_uri|qemu+ssh://hv@%n/system",
        "migration_network_suffix=-mig|Peer_uri|qemu://%h-mig%d/system",
        "migration_network_suffix=-mig|Migration_uri|tcp://%h-mig%d",
        "migration_network_suffix=-mig,migrateport=49200|Migration_uri|tcp://%h-mig%d:49200",
        "hypervisor=xen:///,migration_network_suffix=-mig|Migration_uri|%h-mig%d",
        "migrateport=49200|Migration_uri|tcp://%n:49200",
        "migrateuri=tcp://%n:1,migration_network_suffix=-mig|Migration_uri|tcp://%h-mig%d:1",
        "migrateuri=tcp://%n,migration_network_suffix=-mig,remoteuri=a://%n|Migration_uri|tcp://%n",
        "migration_speed=10,migrate_options=--bandwidth 20|Migration_options|bandwidth=20",
        "migrate_options=--live --migrateuri=tcp://%n --unsafe|Migration_uri|tcp://%n",
        "migrate_options=--live --migrateuri tcp://%n --unsafe|Migration_options|unsafe",
        "remoteuri=qemu+tls://%n/system,migration_transport=tcp|Peer_uri|qemu+tls://%n/system",
        "migration_speed=10,migration_downtime=50|Migration_options|bandwidth=10;downtime=50",
        "migration_speed=0,migration_downtime=0|Migration_options|",
        "migrate_options=--parallel --parallel-connections 4|Migration_options|parallel=4",
        "migrate_options=--parallel-connections=4 --parallel|Migration_options|parallel=4",
        "migrate_options=--bandwidth|Migration_options|bandwidth=",
        "migrate_options=--copy-storage-all|Migration_options|--copy-storage-all",
        "migration_options=tls,migrate_options=--unsafe|Migration_options|tls"
      })
  void theNamesOfVirtualDomainAreUnderstood(String given, String property, String expected)
      throws ClusterException {
    for (String pair : given.split(",", -1)) {
      String[] parameter = pair.split("=", 2);
      environment.put("OCF_RESKEY_" + parameter[0], parameter[1]);
    }
    assertEquals(
        Optional.ofNullable(expected).map(it -> it.replace(';', ',')),
        cluster().resource().extension(property));
  }

  @Test
  void aConfigThatIsNotThereIsNamed() {
    environment.put("OCF_RESKEY_config", "/etc/vm9.xml");
    ClusterException e =
        assertThrows(ClusterException.class, () -> cluster().resource().extension("Domain_name"));
    assertEquals(
        "domain_name is not set, and config /etc/vm9.xml: there is no file /etc/vm9.xml",
        e.getMessage());
  }
}
