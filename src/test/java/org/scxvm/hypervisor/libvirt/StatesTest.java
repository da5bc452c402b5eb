package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.OffReason;

/** libvirt's numbers of states and reasons, as in libvirt-domain.h. */
class StatesTest {

  private static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";

  private static Answer active(int state, int reason) {
    return States.answer(UUID, state, reason, true);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, RUNNING", // no state: Xen, idle
    "1, 0, RUNNING",
    "1, 1, RUNNING", // booted
    "1, 2, RUNNING", // migrated
    "1, 6, RUNNING", // migration canceled
    "1, 9, RUNNING", // crashed, with on_crash=restart
    "2, 0, RUNNING", // blocked
    "4, 0, BUSY", // in shutdown
    "4, 1, BUSY",
    "5, 1, BUSY", // shut off, its process still there
    "6, 0, CRASHED",
    "6, 1, CRASHED", // panicked
    "7, 0, PM_SUSPENDED",
    "99, 0, RUNNING" // what later versions add
  })
  void aStateIsAnActivity(int state, int reason, Activity activity) {
    assertEquals(new Answer.Active(UUID, activity), active(state, reason));
  }

  /** {@code virDomainPausedReason}. */
  @ParameterizedTest
  @CsvSource({
    "0,  PAUSED_BY_USER", // unknown
    "1,  PAUSED_BY_USER",
    "2,  PAUSED_BY_MIGRATION",
    "3,  BUSY", // save
    "4,  BUSY", // dump
    "5,  PAUSED_BY_IO_ERROR",
    "6,  PAUSED_BY_FAULT", // watchdog
    "7,  BUSY", // from snapshot
    "8,  BUSY", // shutting down
    "9,  BUSY", // snapshot
    "10, CRASHED",
    "11, BUSY", // starting up
    "12, PAUSED_BY_MIGRATION", // post-copy
    "13, PAUSED_BY_FAULT", // post-copy failed
    "14, PAUSED_BY_FAULT", // API error
    "99, PAUSED_BY_USER"
  })
  void aPauseIsTakenByItsReason(int reason, Activity activity) {
    assertEquals(new Answer.Active(UUID, activity), active(3, reason));
  }

  /** {@code virDomainShutoffReason}. */
  @ParameterizedTest
  @CsvSource({
    "0, OTHER",
    "1, SHUT_DOWN",
    "2, OTHER",
    "3, OTHER",
    "4, MIGRATED",
    "5, OTHER",
    "6, OTHER",
    "7, OTHER",
    "8, OTHER"
  })
  void aDomainIsOffForAReason(int number, OffReason reason) {
    assertEquals(new Answer.Inactive(UUID, reason), States.answer(UUID, 5, number, false));
  }

  @Test
  void aCrashedDomainWithoutAProcessIsOff() {
    assertEquals(new Answer.Inactive(UUID, OffReason.OTHER), States.answer(UUID, 6, 4, false));
  }
}
