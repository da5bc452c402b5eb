package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.libvirt.TypedIntParameter;
import org.libvirt.TypedParameter;
import org.libvirt.TypedStringParameter;
import org.libvirt.TypedUlongParameter;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveSample;

/** libvirt's names of figures; the values are those of a move on a bed. */
class JobFiguresTest {

  private static TypedParameter number(String name, long value) {
    return new TypedUlongParameter(name, value);
  }

  @Test
  void aJobThatGoesOnIsASample() {
    TypedParameter[] figures = {
      number("time_elapsed", 12792),
      number("downtime", 6926),
      number("data_total", 67641344),
      number("data_processed", 120713043),
      number("data_remaining", 9482240),
      number("memory_bps", 9618937),
      number("memory_dirty_rate", 2361),
      number("memory_page_size", 4096),
      number("memory_iteration", 2),
      new TypedIntParameter("auto_converge_throttle", 20)
    };
    assertEquals(
        new MoveSample(67641344, 120713043, 9482240, 2, 9618937, 2361L * 4096, 20),
        JobFigures.of(figures).sample());
  }

  @Test
  void whatIsCompletedIsFigures() {
    TypedParameter[] figures = {
      number("time_elapsed", 1234),
      number("downtime", 56),
      number("data_processed", 789),
      number("memory_iteration", 3)
    };
    assertEquals(
        new MoveFigures(
            Optional.of(Duration.ofMillis(56)),
            Optional.of(Duration.ofMillis(1234)),
            OptionalLong.of(789),
            3),
        JobFigures.of(figures).completed());
  }

  /** The binding gives null for a parameter of a type that it does not know. */
  @Test
  void whatIsNotToldIsNothing() {
    TypedParameter[] odd = {null, new TypedStringParameter("errmsg", "data_total")};
    assertEquals(new MoveSample(0, 0, 0, 0, 0, 0, 0), JobFigures.of(odd).sample());
    assertEquals(MoveFigures.UNKNOWN, JobFigures.of(odd).completed());
  }

  @Test
  void pagesAreTakenForSmallOnes() {
    assertEquals(
        8192L,
        JobFigures.of(new TypedParameter[] {number("memory_dirty_rate", 2)}).sample().dirtyRate());
  }
}
