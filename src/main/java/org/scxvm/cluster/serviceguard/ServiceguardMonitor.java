package org.scxvm.cluster.serviceguard;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.Recovery;

/** How a package is watched; Serviceguard knows no restart of a part of it. */
record ServiceguardMonitor(ServiceguardCall call) implements MonitorView {

  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final Duration RETRY_INTERVAL = Duration.ofMinutes(6);

  @Override
  public MonitorPolicy policy() throws ClusterException {
    return new MonitorPolicy(
        seconds("Thorough_probe_interval", INTERVAL),
        0,
        seconds("Retry_interval", RETRY_INTERVAL),
        FailoverMode.SOFT);
  }

  private Duration seconds(String property, Duration otherwise) throws ClusterException {
    Optional<String> value = call.property(property);
    try {
      return value.map(Long::parseLong).map(Duration::ofSeconds).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new ClusterException(property + ": expected seconds, got \"" + value.orElse("") + "\"");
    }
  }

  @Override
  public int restarts() {
    return 0;
  }

  /** A command for its own package would wait for itself. */
  @Override
  public void ask(Recovery recovery) throws ClusterException {
    throw new ClusterException("a service asks for it by its end, and nobody else can");
  }
}
