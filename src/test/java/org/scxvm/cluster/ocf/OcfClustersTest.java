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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
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
        </nodes>
        <resources>
          <resource id="vm1"><node name="elsewhere" id="1" cached="true"/></resource>
        </resources>
      </pacemaker-result>
      """;

  private final Map<String, String> environment =
      new HashMap<>(Map.of("OCF_RESKEY_CRM_meta_on_node", "pc-n1"));
  private Commands.Ended answer =
      new Commands.Ended(0, String.format(STATUS, "true", "true", "false"), "");

  private Cluster cluster() {
    return new OcfClusters(environment, new Answering(), () -> MACHINE)
        .of(
            new ResourceIdentity(
                new ResourceName("vm1"), Optional.empty(), Optional.empty(), Optional.empty()),
            Deadline.in(new SimulatedTime(), Duration.ofMinutes(1)));
  }

  private final class Answering implements Commands {
    @Override
    public Ended run(List<String> words, Deadline deadline) throws CommandException {
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
    assertEquals(List.of(N1, N2), cluster().group().nodeList());
    assertEquals(N1, cluster().nodes().thisNode());
  }

  /** What nothing has fenced may still run: Pacemaker calls it offline all the same. */
  @ParameterizedTest
  @CsvSource({
    "true,  false, false, true",
    "true,  false, true,  false",
    "false, false, false, false",
    "true,  true,  false, false"
  })
  void aNodeIsGoneIfItIsOfflineAndPacemakerIsSureOfIt(
      String fences, String online, String unclean, boolean gone) throws ClusterException {
    answer = new Commands.Ended(0, String.format(STATUS, fences, online, unclean), "");
    assertEquals(gone, cluster().nodes().isDown(N2));
    assertFalse(cluster().nodes().isDown(N1));
    assertFalse(cluster().nodes().isDown(MACHINE), "nobody knows it");
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
}
