package org.scxvm.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;

/** The table of the Start. */
class StartStepTest {

  private static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";

  private static ProcessSighting process(String words) {
    return switch (words) {
      case "alive" -> new ProcessSighting.Alive(4711);
      case "absent" -> new ProcessSighting.Absent();
      case "no answer" -> new ProcessSighting.NoAnswer(words);
      default -> new ProcessSighting.CannotLook(words);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "inactive,  alive,          REFUSE",
    "inactive,  absent,         BOOT",
    "inactive,  could not look, BOOT",
    "inactive,  no answer,      WAIT",
    "not known, alive,          REFUSE",
    "not known, absent,         DEFINE",
    "not known, could not look, DEFINE",
    "not known, no answer,      WAIT",
    "silent,    alive,          WAIT",
    "silent,    absent,         WAIT",
    "silent,    could not look, WAIT"
  })
  void aDomainThatIsNotActive(String words, String process, StartStep step) {
    Answer answer =
        switch (words) {
          case "inactive" -> new Answer.Inactive(UUID, OffReason.OTHER);
          case "not known" -> new Answer.NotKnown();
          default -> new Answer.Silent(words);
        };
    Sighting seen = new Sighting(answer, process(process));
    assertEquals(step, StartStep.of(seen, false));
    assertEquals(step, StartStep.of(seen, true));
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING,             TAKE",
    "BUSY,                WAIT",
    "PAUSED_BY_USER,      TAKE",
    "PAUSED_SINCE_LATE_BOOT, REFUSE",
    "PAUSED_BY_MIGRATION, WAIT",
    "PAUSED_BY_IO_ERROR,  RESUME",
    "PAUSED_BY_FAULT,     REFUSE",
    "CRASHED,             DESTROY",
    "PM_SUSPENDED,        WAKE"
  })
  void aDomainThatIsActive(Activity activity, StartStep step) {
    Answer answer = new Answer.Active(UUID, activity);
    Sighting seen = new Sighting(answer, new ProcessSighting.NotNeeded());
    assertEquals(step, StartStep.of(seen, false));
    boolean waits = activity.isWaiting();
    assertEquals(waits ? StartStep.LET_GO : step, StartStep.of(seen, true));
  }
}
