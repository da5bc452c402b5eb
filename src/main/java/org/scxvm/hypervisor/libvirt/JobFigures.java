package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirt.TypedParameter;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveSample;

/** What libvirt tells of a job, by its own names ({@code VIR_DOMAIN_JOB_*} in libvirt-domain.h). */
final class JobFigures {

  /** Where libvirt does not say how large a page is. */
  private static final long PAGE_BYTES = 4096;

  private final Map<String, Long> figures;

  JobFigures(Map<String, Long> figures) {
    this.figures = Map.copyOf(figures);
  }

  /** Takes the whole numbers among the parameters. */
  static JobFigures of(TypedParameter[] parameters) {
    Map<String, Long> figures = new HashMap<>();
    for (TypedParameter each : parameters) {
      // The binding gives null for a type that it does not know.
      if (each != null && each.getValueAsString().matches("-?[0-9]{1,18}")) {
        figures.put(each.field, Long.parseLong(each.getValueAsString()));
      }
    }
    return new JobFigures(figures);
  }

  /** A look at a job that goes on. */
  MoveSample sample() {
    return new MoveSample(
        figure("data_total"),
        figure("data_processed"),
        figure("data_remaining"),
        figure("memory_iteration"),
        figure("memory_bps"),
        figure("memory_dirty_rate") * figures.getOrDefault("memory_page_size", PAGE_BYTES),
        (int) figure("auto_converge_throttle"));
  }

  /** The figures of a job that is completed. */
  MoveFigures completed() {
    return new MoveFigures(
        milliseconds("downtime"),
        milliseconds("time_elapsed"),
        figures.containsKey("data_processed")
            ? OptionalLong.of(figure("data_processed"))
            : OptionalLong.empty(),
        figure("memory_iteration"));
  }

  private long figure(String name) {
    return figures.getOrDefault(name, 0L);
  }

  private Optional<Duration> milliseconds(String name) {
    return Optional.ofNullable(figures.get(name)).map(Duration::ofMillis);
  }
}
