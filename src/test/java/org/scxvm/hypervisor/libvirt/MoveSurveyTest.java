package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveSurvey;
import org.scxvm.hypervisor.NodeSurvey;
import org.scxvm.hypervisor.Platform;
import org.scxvm.hypervisor.Presence;
import org.scxvm.hypervisor.Version;
import org.scxvm.hypervisor.Versions;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** What libvirt's test driver tells before a migration; jobs and pages are asked on a bed. */
class MoveSurveyTest {

  private final Hypervisor hypervisor = new LibvirtHypervisors().at(HeldTestDriver.URI);
  private final MoveSurvey survey = hypervisor.moveSurvey();
  private final NodeSurvey node = hypervisor.nodeSurvey();
  private final String uuid = UUID.randomUUID().toString();
  private final DomainName domain = new DomainName("vm-" + uuid);
  private final Connect held = HeldTestDriver.connection();

  @BeforeEach
  void defineDomain() throws LibvirtException {
    held.domainDefineXML(
        "<domain type='test'><name>"
            + domain
            + "</name><uuid>"
            + uuid
            + "</uuid><memory>8192</memory><os><type>hvm</type></os></domain>");
  }

  @AfterEach
  void closeConnection() throws LibvirtException {
    held.close();
  }

  private static Deadline soon() {
    return Deadline.in(new SystemTime(), Duration.ofMinutes(1));
  }

  @Test
  void theDefinitionAsItIsNowIsToldWhole() throws HypervisorException {
    String xml = survey.describeNow(domain, soon());
    assertTrue(xml.startsWith("<domain ") && xml.strip().endsWith("</domain>"), xml);
    assertTrue(xml.contains(uuid), xml);
  }

  @Test
  void aUuidLeadsToItsDomain() throws HypervisorException {
    assertEquals(Optional.of(domain.value()), survey.nameOf(uuid, soon()));
    assertEquals(Optional.empty(), survey.nameOf(UUID.randomUUID().toString(), soon()));
  }

  @Test
  void aDomainThatIsNotThereIsNamed() {
    DomainName nobody = new DomainName("nobody");
    HypervisorException e =
        assertThrows(HypervisorException.class, () -> survey.describeNow(nobody, soon()));
    assertEquals(Fault.NO_SUCH_DOMAIN, e.fault());
  }

  @Test
  void theVersionsAreThoseOfTheBinding() throws Exception {
    Versions versions = node.versions(soon());
    assertEquals(new Version(held.getLibVersion()), versions.libvirt());
    assertTrue(versions.libvirt().isAtLeast(Version.of(1, 0)), versions::toString);
  }

  @Test
  void theMachineIsTheOneOfTheCapabilities() throws Exception {
    String capabilities = held.getCapabilities();
    Optional<String> found = node.machineId(soon());
    found.ifPresent(id -> assertTrue(capabilities.contains(id), id));
    assertEquals(capabilities.replaceAll("\\s", "").contains("<host><uuid>"), found.isPresent());
  }

  /** This driver finds no pool by its path; a real one is asked on a bed. */
  @Test
  void volumesAreFoundByTheirPath() throws Exception {
    String path = "/default-pool/disk-" + uuid;
    assertEquals(Presence.NOT_TOLD, node.volume(path, soon()));
    held.storagePoolLookupByName("default-pool")
        .storageVolCreateXML(
            "<volume><name>disk-" + uuid + "</name><capacity>1048576</capacity></volume>", 0);
    assertEquals(Presence.THERE, node.volume(path, soon()));
  }

  @Test
  void interfacesAreFoundByTheirName() throws HypervisorException {
    assertEquals(Presence.THERE, node.networkInterface("eth1", soon()));
    assertEquals(Presence.NOT_LISTED, node.networkInterface("none7", soon()));
  }

  /** This driver has no such call, which must not look like a lack. */
  @Test
  void aDriverThatCannotTellItsPlatformsLacksNone() {
    Platform platform = new Platform("test", "", "", "");
    assertUnsupported(() -> node.lack(platform, soon()));
  }

  @Test
  void figuresThatADriverDoesNotHaveAreUnsupported() {
    assertUnsupported(() -> node.memory(soon()));
    assertUnsupported(() -> survey.blockJob(domain, "vda", soon()));
  }

  private static void assertUnsupported(Executable question) {
    HypervisorException e = assertThrows(HypervisorException.class, question);
    assertEquals(Fault.UNSUPPORTED, e.fault(), e.words());
  }
}
