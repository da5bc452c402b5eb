package org.scxvm.cluster.rgm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.Recovery;
import org.scxvm.process.Commands.Ended;
import org.scxvm.resource.ResourceIdentity;

/** {@code scha_control}, and what of {@code scha_resource_get} a fault monitor needs. */
record RgmMonitor(ClusterCommand command, RgmResource resource, ResourceIdentity identity)
    implements MonitorView {

  private static final String CONTROL = "scha_control";

  @Override
  public MonitorPolicy policy() throws ClusterException {
    return new MonitorPolicy(
        Duration.ofSeconds(resource.number("THOROUGH_PROBE_INTERVAL")),
        resource.number("RETRY_COUNT"),
        Duration.ofSeconds(resource.number("RETRY_INTERVAL")),
        mode(resource.line("FAILOVER_MODE")));
  }

  private static FailoverMode mode(String word) throws ClusterException {
    return Arrays.stream(FailoverMode.values())
        .filter(mode -> mode.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new ClusterException("FAILOVER_MODE: \"" + word + "\" is not known"));
  }

  @Override
  public int restarts() throws ClusterException {
    return resource.number("NUM_RESOURCE_RESTARTS");
  }

  @Override
  public void ask(Recovery recovery) throws ClusterException {
    String tag =
        switch (recovery) {
          case RESTART -> "RESOURCE_RESTART";
          case GIVEOVER -> "GIVEOVER";
        };
    List<String> words = new ArrayList<>(List.of("-O", tag, "-G", resource.group()));
    words.addAll(List.of("-R", identity.resource().value()));
    identity.zone().ifPresent(zone -> words.addAll(List.of("-Z", zone)));
    Ended ended = command.run(CONTROL, words.toArray(new String[0]));
    if (ended.status() != 0) {
      throw ClusterCommand.failed(ended, CONTROL, "-O", tag);
    }
  }
}
