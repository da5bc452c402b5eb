package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** A libvirtd that is not there: nothing is concluded from that, and nothing is begun. */
class UnreachableTest {

  private static final String NOBODY = "qemu+unix:///system?socket=/nonexistent/libvirt-sock";
  private static final String TEST_DRIVER = "test:///default";
  private static final DomainName DOMAIN = new DomainName("test");

  private static Hypervisor at(String uri) {
    return new LibvirtHypervisors().at(uri);
  }

  private static Deadline soon() {
    return Deadline.in(new SystemTime(), Duration.ofMinutes(1));
  }

  private static MoveEnd move(String from, String to) {
    MoveRequest.Options options = new MoveRequest.Options("", false, false, OptionalLong.empty());
    return at(from).moves().move(DOMAIN, new MoveRequest(true, to, options), soon(), soon());
  }

  @Test
  void aLookIsASilenceWithTheReason() {
    Sighting sighting = at(NOBODY).sight().look(DOMAIN, soon());
    Answer.Silent silent = assertInstanceOf(Answer.Silent.class, sighting.answer());
    assertTrue(silent.reason().contains("/nonexistent/libvirt-sock"), silent.reason());
  }

  @Test
  void aDriverThatNobodyHasIsASilenceToo() {
    Sighting sighting = at("nonsense+unix:///x?socket=/nonexistent/s").sight().look(DOMAIN, soon());
    assertInstanceOf(Answer.Silent.class, sighting.answer());
    assertInstanceOf(ProcessSighting.CannotLook.class, sighting.process());
  }

  @Test
  void aCallIsASilenceSoThatItIsRepeated() {
    HypervisorException power =
        assertThrows(HypervisorException.class, () -> at(NOBODY).power().boot(DOMAIN, soon()));
    assertEquals(Fault.SILENT, power.fault());
    HypervisorException definitions =
        assertThrows(
            HypervisorException.class, () -> at(NOBODY).definitions().describe(DOMAIN, soon()));
    assertEquals(Fault.SILENT, definitions.fault());
  }

  @Test
  void thereAreNoEventsAndWaitingIsAllThatIsLeft() {
    SystemTime time = new SystemTime();
    Duration before = time.sinceStart();
    try (DomainChanges changes =
        at(NOBODY).sight().watch(DOMAIN, Deadline.in(time, Duration.ofMinutes(1)))) {
      changes.await(Duration.ofMillis(5));
    }
    assertTrue(time.sinceStart().minus(before).compareTo(Duration.ofMillis(5)) >= 0);
  }

  @Test
  void aMoveFromNobodyDoesNotBegin() {
    assertInstanceOf(MoveEnd.NotBegun.class, move(NOBODY, TEST_DRIVER));
  }

  @Test
  void aMoveByADriverThatCannotMoveDoesNotBegin() {
    MoveEnd.NotBegun end = assertInstanceOf(MoveEnd.NotBegun.class, move(TEST_DRIVER, TEST_DRIVER));
    assertTrue(end.reason().contains("not supported"), end.reason());
  }
}
