package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** How long a look may take that ends at the process table. */
class LibvirtSightTest {

  private final SimulatedTime time = new SimulatedTime();

  private Duration left(long millis) {
    return LibvirtSight.forWitness(Deadline.in(time, Duration.ofMillis(millis))).remaining();
  }

  @Test
  void aTableThatHangsIsNotWaitedForBeyondTheDeadline() {
    assertEquals(Duration.ofSeconds(2), left(10_000));
    assertEquals(Duration.ofSeconds(1), left(1_000));
  }

  @Test
  void theTableIsLookedAtEvenWhereLibvirtHasUsedUpTheTime() {
    assertEquals(Duration.ofMillis(500), left(0));
    assertEquals(Duration.ofMillis(500), left(-3_000));
    assertEquals(Duration.ofMillis(500), left(499));
  }

  private Duration libvirts(long millis) {
    return LibvirtSight.forLibvirt(Deadline.in(time, Duration.ofMillis(millis))).remaining();
  }

  @Test
  void aLibvirtThatHangsLeavesTheTableItsTime() {
    assertEquals(Duration.ofSeconds(8), libvirts(10_000));
    assertEquals(Duration.ofSeconds(18), libvirts(20_000));
    assertEquals(Duration.ofMillis(800), libvirts(1_000));
    assertEquals(Duration.ZERO, libvirts(0));
  }
}
