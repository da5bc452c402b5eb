package org.scxvm.hypervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scxvm.hypervisor.ProcessSighting.Absent;
import org.scxvm.hypervisor.ProcessSighting.Alive;
import org.scxvm.hypervisor.ProcessSighting.CannotLook;
import org.scxvm.hypervisor.ProcessSighting.NoAnswer;
import org.scxvm.hypervisor.ProcessSighting.NotNeeded;

/** The one state table, cell by cell. */
class SightingTest {

  private static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";

  private static Answer answer(String words) {
    return switch (words) {
      case "active" -> new Answer.Active(UUID, Activity.RUNNING);
      case "inactive" -> new Answer.Inactive(UUID, OffReason.OTHER);
      case "migrated" -> new Answer.Inactive(UUID, OffReason.MIGRATED);
      case "not known" -> new Answer.NotKnown();
      case "silent" -> new Answer.Silent("no answer in time");
      default -> throw new IllegalArgumentException(words);
    };
  }

  private static ProcessSighting process(String words) {
    return switch (words) {
      case "alive" -> new Alive(4711);
      case "absent" -> new Absent();
      case "could not look" -> new CannotLook("hidepid");
      case "no answer" -> new NoAnswer("it took too long");
      case "not needed" -> new NotNeeded();
      default -> throw new IllegalArgumentException(words);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "active,    alive,          UP",
    "active,    absent,         UP",
    "active,    could not look, UP",
    "active,    not needed,     UP",
    "inactive,  alive,          UNKNOWN",
    "inactive,  absent,         DOWN",
    "inactive,  could not look, DOWN",
    "inactive,  no answer,      UNKNOWN",
    "migrated,  alive,          UNKNOWN",
    "migrated,  absent,         DOWN",
    "migrated,  could not look, DOWN",
    "migrated,  no answer,      UNKNOWN",
    "not known, alive,          UNKNOWN",
    "not known, absent,         DOWN",
    "not known, could not look, UNKNOWN",
    "not known, no answer,      UNKNOWN",
    "silent,    alive,          UP_UNCONFIRMED",
    "silent,    absent,         DOWN",
    "silent,    could not look, UNKNOWN",
    "silent,    no answer,      UNKNOWN",
    // A witness that was not asked has seen nothing.
    "not known, not needed,     UNKNOWN",
    "silent,    not needed,     UNKNOWN"
  })
  void libvirtAndTheProcessTogetherMakeTheState(String answer, String process, DomainState state) {
    Sighting sighting = new Sighting(answer(answer), process(process));
    assertEquals(state, sighting.state());
    assertEquals(state == DomainState.DOWN, sighting.isDown());
  }

  @ParameterizedTest
  @CsvSource({
    "inactive,  alive,          true",
    "migrated,  alive,          true",
    "not known, alive,          true",
    "silent,    alive,          false",
    "active,    alive,          false",
    "inactive,  absent,         false",
    "not known, could not look, false"
  })
  void aProcessThatLibvirtDoesNotKnowOfIsAStray(String answer, String process, boolean stray) {
    Sighting sighting = new Sighting(answer(answer), process(process));
    assertEquals(stray ? Optional.of(4711L) : Optional.empty(), sighting.strayPid());
  }

  @ParameterizedTest
  @CsvSource({
    "not known, could not look, true",
    "not known, alive,          false",
    "not known, no answer,      false",
    "inactive,  no answer,      false",
    "silent,    could not look, false",
    "silent,    alive,          false",
    "inactive,  could not look, false",
    "active,    not needed,     false"
  })
  void askingAgainIsOfNoUseOnlyWhenLibvirtAnsweredAndNobodyCanTell(
      String answer, String process, boolean hopeless) {
    assertEquals(hopeless, new Sighting(answer(answer), process(process)).isHopeless());
  }

  @ParameterizedTest
  @EnumSource
  void anActiveDomainDoesWhatItDoesAndNothingElse(Activity activity) {
    Sighting sighting = new Sighting(new Answer.Active(UUID, activity), new NotNeeded());
    for (Activity other : Activity.values()) {
      assertEquals(other == activity, sighting.is(other));
    }
    assertEquals(activity.toString(), sighting.toString());
  }

  @Test
  void bothWitnessesAreNamedInWords() {
    assertEquals(
        "shut off (migrated), its hypervisor process 4711 is alive",
        new Sighting(answer("migrated"), process("alive")).toString());
    assertEquals(
        "libvirt gives no answer (no answer in time), it has no hypervisor process",
        new Sighting(answer("silent"), process("absent")).toString());
  }

  @Test
  void theUuidIsKnownWhereLibvirtToldIt() {
    assertEquals(Optional.of(UUID), answer("active").knownUuid());
    assertEquals(Optional.of(UUID), answer("inactive").knownUuid());
    assertTrue(answer("not known").knownUuid().isEmpty());
    assertTrue(answer("silent").knownUuid().isEmpty());
    assertFalse(answer("inactive").doing().isPresent());
  }
}
