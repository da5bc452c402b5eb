package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.CpuRequest;
import org.scxvm.hypervisor.DomainSurvey;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** What libvirt's test driver tells about a domain and its surroundings. */
class SurveyTest {

  private static final String URI = HeldTestDriver.URI;

  private final DomainSurvey survey = new LibvirtHypervisors().at(URI).survey();
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
  void aDriverThatIsThereIsReached() throws HypervisorException {
    survey.reach(soon());
    DomainSurvey nowhere = new LibvirtHypervisors().at("nothing:///like/that").survey();
    HypervisorException e = assertThrows(HypervisorException.class, () -> nowhere.reach(soon()));
    assertEquals(Fault.SILENT, e.fault(), e.words());
  }

  @Test
  void autostartIsReadAndLeftAsItIs() throws Exception {
    assertFalse(survey.hasAutostart(domain, soon()));
    held.domainLookupByName(domain.value()).setAutostart(true);
    assertTrue(survey.hasAutostart(domain, soon()));
    assertTrue(survey.hasAutostart(domain, soon()));
  }

  @Test
  void snapshotsAreCounted() throws Exception {
    assertEquals(0, survey.snapshots(domain, soon()));
    held.domainLookupByName(domain.value())
        .snapshotCreateXML("<domainsnapshot><name>s1</name></domainsnapshot>");
    assertEquals(1, survey.snapshots(domain, soon()));
  }

  @Test
  void aDomainThatIsNotThereIsNamed() {
    DomainName nobody = new DomainName("nobody");
    HypervisorException e =
        assertThrows(HypervisorException.class, () -> survey.snapshots(nobody, soon()));
    assertEquals(Fault.NO_SUCH_DOMAIN, e.fault());
  }

  @Test
  void networksAndPoolsAreActiveOrNot() throws Exception {
    assertTrue(survey.hasActiveNetwork("default", soon()));
    assertTrue(survey.hasActivePool("default-pool", soon()));
    assertFalse(survey.hasActiveNetwork("none", soon()));
    assertFalse(survey.hasActivePool("none", soon()));
    held.networkDefineXML("<network><name>net-" + uuid + "</name></network>");
    assertFalse(survey.hasActiveNetwork("net-" + uuid, soon()));
    held.networkLookupByName("net-" + uuid).create();
    assertTrue(survey.hasActiveNetwork("net-" + uuid, soon()));
  }

  /** This driver compares no CPUs; a real one is asked on a bed. */
  @Test
  void aCpuThatCannotBeComparedIsUnsupported() {
    CpuRequest cpu = new CpuRequest("", "", "", "<cpu><model>pentium</model></cpu>");
    HypervisorException e =
        assertThrows(HypervisorException.class, () -> survey.hasCpu(cpu, soon()));
    assertEquals(Fault.UNSUPPORTED, e.fault(), e.words());
  }
}
