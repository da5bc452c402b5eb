package org.scxvm.cluster.serviceguard;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;
import org.scxvm.time.Share;

/** The package: its variables are the extension properties. */
record ServiceguardResource(ServiceguardCall call) implements ResourceView {

  /**
   * The timeout is that of the whole package script: services that are halted before, addresses and
   * volumes are to be done within it, too.
   */
  private static final int OURS_PERCENT = 80;

  @Override
  public Optional<String> extension(String property) {
    return call.property(property);
  }

  /** Serviceguard's own methods are the package's scripts; an entry point has its share of one. */
  @Override
  public Optional<Duration> timeoutOf(String method) throws ClusterException {
    return switch (method) {
      case "sg_start" -> share("RUN_SCRIPT_TIMEOUT");
      case "sg_stop" -> share("HALT_SCRIPT_TIMEOUT");
      case "run_script" -> call.timeout("RUN_SCRIPT_TIMEOUT");
      case "halt_script" -> call.timeout("HALT_SCRIPT_TIMEOUT");
      default -> Optional.empty();
    };
  }

  private Optional<Duration> share(String name) throws ClusterException {
    return call.timeout(name).map(all -> Share.percent(all, OURS_PERCENT));
  }

  /** A package that is not run has no scripts called. */
  @Override
  public boolean isSwitchedOff() {
    return false;
  }

  /** A halt that fails with 1 only keeps the package from being run elsewhere. */
  @Override
  public boolean killsNodeIfStopFails() {
    return false;
  }

  /** A package has no status beside that of its services. */
  @Override
  public ResourceStatus status() {
    return ResourceStatus.OTHER;
  }

  @Override
  public void setStatus(ResourceStatus status, String text) {
    // The end of the service says it.
  }
}
