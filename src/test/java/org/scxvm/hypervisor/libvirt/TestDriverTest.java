package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainState;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/**
 * The adapter on libvirt's own test driver, in this process. It needs libvirt's library on the
 * machine; without it these tests fail, they are never passed by.
 *
 * <p>All connections of a process share the driver's state for as long as one of them is open, so
 * one is held here, and every test makes a domain of its own.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TestDriverTest {

  private static final String URI = HeldTestDriver.URI;

  private final Hypervisor hypervisor = new LibvirtHypervisors().at(URI);
  private final String uuid = UUID.randomUUID().toString();
  private final DomainName domain = new DomainName("vm-" + uuid);
  private final Connect held = HeldTestDriver.connection();

  @BeforeEach
  void defineDomain() throws HypervisorException {
    hypervisor.definitions().define(xml("first"), soon());
  }

  @AfterEach
  void closeConnection() throws LibvirtException {
    held.close();
  }

  private static Deadline soon() {
    return Deadline.in(new SystemTime(), Duration.ofMinutes(1));
  }

  private String xml(String title) {
    return "<domain type='test'><name>"
        + domain
        + "</name><uuid>"
        + uuid
        + "</uuid><title>"
        + title
        + "</title><memory>8192</memory><os><type>hvm</type></os></domain>";
  }

  /** The domain as its owner sees it, who does to it what the agent does not. */
  private Domain owned() throws LibvirtException {
    return held.domainLookupByName(domain.value());
  }

  private Sighting look() {
    return hypervisor.sight().look(domain, soon());
  }

  private static HypervisorException failure(Executable call) {
    return assertThrows(HypervisorException.class, call);
  }

  @Test
  void theRunningDomainOfTheDriverIsSeenRunning() {
    Sighting sighting = hypervisor.sight().look(new DomainName("test"), soon());
    assertTrue(sighting.is(Activity.RUNNING));
    assertEquals(DomainState.UP, sighting.state());
    assertEquals(new ProcessSighting.NotNeeded(), sighting.process());
    assertEquals(36, sighting.answer().knownUuid().orElseThrow().length());
  }

  @Test
  void aDomainThatIsNotThereIsNotKnownAndItsProcessCannotBeLookedFor() {
    Sighting sighting = hypervisor.sight().look(new DomainName("nobody"), soon());
    assertEquals(new Answer.NotKnown(), sighting.answer());
    assertEquals(
        new ProcessSighting.CannotLook("the driver of test:///default runs no QEMU processes"),
        sighting.process());
    assertEquals(DomainState.UNKNOWN, sighting.state());
  }

  @Test
  void aDefinedDomainIsOff() {
    assertEquals(new Answer.Inactive(uuid, OffReason.OTHER), look().answer());
    assertEquals(DomainState.DOWN, look().state());
  }

  /** This driver does not know FORCE_BOOT. */
  @Test
  void aDomainIsBootedWhereTheFlagForThatIsNotKnown() throws HypervisorException {
    hypervisor.power().boot(domain, soon());
    assertEquals(new Answer.Active(uuid, Activity.RUNNING), look().answer());
  }

  @Test
  void aRunningDomainCannotBeBooted() throws Exception {
    owned().create();
    HypervisorException e = failure(() -> hypervisor.power().boot(domain, soon()));
    assertEquals(Fault.REFUSED, e.fault());
    assertTrue(look().is(Activity.RUNNING));
  }

  @Test
  void aSavedImageIsNeverRestored() throws Exception {
    owned().create();
    owned().managedSave();
    hypervisor.power().boot(domain, soon());
    assertTrue(look().is(Activity.RUNNING));
    assertEquals(0, owned().hasManagedSaveImage());
  }

  @Test
  void aRunningDomainIsDestroyed() throws Exception {
    owned().create();
    assertEquals(new Answer.Active(uuid, Activity.RUNNING), look().answer());
    hypervisor.power().destroy(domain, soon());
    assertEquals(new Answer.Inactive(uuid, OffReason.OTHER), look().answer());
  }

  @Test
  void aDomainThatIsOffCannotBeDestroyed() {
    HypervisorException e = failure(() -> hypervisor.power().destroy(domain, soon()));
    assertEquals(Fault.REFUSED, e.fault());
    assertTrue(e.words().contains("domain is not running"), e.words());
  }

  @Test
  void aDomainIsShutDownAsTheHypervisorLikes() throws Exception {
    owned().create();
    hypervisor.power().shutDown(domain, ShutdownMode.HYPERVISORS_CHOICE, soon());
    assertTrue(look().isDown());
  }

  /** This driver knows no ways to choose from: the request gets through with its number. */
  @Test
  void eachWayToShutDownIsAskedForByItsNumber() throws Exception {
    owned().create();
    HypervisorException acpi =
        failure(() -> hypervisor.power().shutDown(domain, ShutdownMode.ACPI, soon()));
    HypervisorException agent =
        failure(() -> hypervisor.power().shutDown(domain, ShutdownMode.GUEST_AGENT, soon()));
    assertTrue(acpi.words().contains("(0x1)"), acpi.words());
    assertTrue(agent.words().contains("(0x2)"), agent.words());
    assertTrue(look().is(Activity.RUNNING));
  }

  @Test
  void aPausedDomainIsSeenPausedAndResumed() throws Exception {
    owned().create();
    owned().suspend();
    assertEquals(new Answer.Active(uuid, Activity.PAUSED_BY_USER), look().answer());
    hypervisor.power().resume(domain, soon());
    assertTrue(look().is(Activity.RUNNING));
  }

  @Test
  void whatADriverCannotDoIsUnsupported() throws Exception {
    owned().create();
    HypervisorException e = failure(() -> hypervisor.power().wake(domain, soon()));
    assertEquals(Fault.UNSUPPORTED, e.fault());
  }

  @Test
  void aDomainThatIsNotThereCannotBeSwitchedOrDescribed() {
    DomainName nobody = new DomainName("nobody");
    assertEquals(
        Fault.NO_SUCH_DOMAIN, failure(() -> hypervisor.power().boot(nobody, soon())).fault());
    assertEquals(
        Fault.NO_SUCH_DOMAIN,
        failure(() -> hypervisor.definitions().describe(nobody, soon())).fault());
    assertEquals(
        Fault.NO_SUCH_DOMAIN,
        failure(() -> hypervisor.definitions().forget(nobody, soon())).fault());
  }

  /** This driver knows neither KEEP_NVRAM nor KEEP_TPM. */
  @Test
  void aDefinitionIsGivenUpWhereTheFlagsForThatAreNotKnown() throws HypervisorException {
    hypervisor.definitions().forget(domain, soon());
    assertEquals(new Answer.NotKnown(), look().answer());
  }

  @Test
  void aDefinitionIsDescribedAndReplaced() throws HypervisorException {
    String first = hypervisor.definitions().describe(domain, soon());
    assertTrue(first.contains("<title>first</title>") && first.contains(uuid), first);
    hypervisor.definitions().define(xml("second"), soon());
    String second = hypervisor.definitions().describe(domain, soon());
    assertEquals(first.replace("first", "second"), second);
  }

  @Test
  void theDefinitionForTheNextBootIsDescribedAndNotTheRunningOne() throws Exception {
    owned().create();
    hypervisor.definitions().define(xml("second"), soon());
    assertTrue(hypervisor.definitions().describe(domain, soon()).contains("second"));
  }

  @Test
  void aTextThatIsNoDefinitionIsRefusedWithLibvirtsWords() {
    HypervisorException e = failure(() -> hypervisor.definitions().define("<domain", soon()));
    assertEquals(Fault.REFUSED, e.fault());
    assertTrue(e.words().contains("domain_definition"), e.words());
  }

  @Test
  void autostartIsClearedOnce() throws Exception {
    assertEquals(false, hypervisor.definitions().clearAutostart(domain, soon()));
    owned().setAutostart(true);
    assertEquals(true, hypervisor.definitions().clearAutostart(domain, soon()));
    assertEquals(false, owned().getAutostart());
  }

  @Test
  void aManagedSaveImageIsSeen() throws Exception {
    assertEquals(false, hypervisor.definitions().hasSavedMemory(domain, soon()));
    owned().create();
    owned().managedSave();
    assertEquals(true, hypervisor.definitions().hasSavedMemory(domain, soon()));
  }

  /** Without a note the wait would last longer than this test may take. */
  @Test
  void aChangeOfTheDomainEndsTheWaitForOne() throws Exception {
    owned().create();
    try (DomainChanges changes = hypervisor.sight().watch(domain, soon())) {
      hypervisor.power().destroy(domain, soon());
      changes.await(Duration.ofHours(1));
      assertTrue(look().isDown());
    }
  }

  @Test
  void withoutAChangeTheWaitEndsByItself() throws Exception {
    owned().create();
    try (DomainChanges changes = hypervisor.sight().watch(domain, soon())) {
      changes.await(Duration.ofMillis(20));
      assertTrue(look().is(Activity.RUNNING));
    }
  }

  @Test
  void aDomainThatIsNotThereIsWatchedByWaiting() {
    try (DomainChanges changes = hypervisor.sight().watch(new DomainName("nobody"), soon())) {
      changes.await(Duration.ofMillis(20));
      assertInstanceOf(DomainChanges.class, changes);
    }
  }
}
