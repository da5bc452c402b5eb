package org.scxvm.cli;

import java.time.Duration;
import java.util.List;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.hypervisor.Health;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.lock.LockException;
import org.scxvm.message.AgentMessage;
import org.scxvm.probe.ProbeDomain;
import org.scxvm.probe.ProbeRequest;
import org.scxvm.time.Deadline;
import picocli.CommandLine.Model.OptionSpec;

/** The monitor of OCF, which has no word for "nobody can tell": it is looked at to the end. */
final class OcfMonitor implements OcfAction.Body {

  private static final String DEPTH = "--depth";

  /** OCF_CHECK_LEVEL: how deep it looks. */
  private static final OptionSpec DEPTH_OPTION =
      OptionSpec.builder(DEPTH)
          .type(Integer.class)
          .paramLabel("LEVEL")
          .description("0 the domain, 10 the guest, too")
          .build();

  private static final String PROBE = "--probe";

  /** Pacemaker asks for the first time; it may never say the parameters again. */
  private static final OptionSpec PROBE_OPTION =
      OptionSpec.builder(PROBE)
          .description("also does what is done once where the domain is up")
          .build();

  static final List<OptionSpec> OPTIONS = List.of(DEPTH_OPTION, PROBE_OPTION);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Override
  public OcfStatus run(MethodCall call) throws SettingException, ClusterException, LockException {
    boolean isProbe = call.words().hasMatchedOption(PROBE);
    MethodCall known;
    try {
      known = new KnownDomain(call).evenIfNotReadable();
    } catch (ClusterException e) {
      if (!isProbe) {
        throw e;
      }
      // This node has not seen it come up since it booted, and could not start it either.
      call.messages().say(AgentMessage.WRONG_SETTING, e.words());
      return OcfStatus.NOT_INSTALLED;
    }
    return monitor(known, isProbe);
  }

  private static OcfStatus monitor(MethodCall call, boolean isProbe)
      throws SettingException, ClusterException {
    ProbeDomain probe =
        new ProbeDomain(call.adapters().hypervisors(), call.cluster(), call.messages());
    ProbeRequest request = ProbeCallback.request(call);
    Deadline deadline = call.limit().answer();
    Sighting seen = probe.look(request, deadline);
    while (Health.of(seen) == Health.UNKNOWN && !deadline.less(PAUSE).hasPassed()) {
      deadline.pause(PAUSE);
      seen = probe.look(request, deadline);
    }
    Health health = probe.tell(request, seen);
    if (isProbe && !seen.isDown()) {
      new OcfAdoption(call).adopt(health);
    }
    if ((health == Health.OK || health == Health.DEGRADED)
        && !new OcfGuest(call).isWell(call.words().matchedOptionValue(DEPTH, 0))) {
      return OcfStatus.GENERIC;
    }
    return switch (health) {
      case OK -> OcfStatus.SUCCESS;
      case DEGRADED -> OcfStatus.DEGRADED;
      case FAILED -> seen.isDown() ? OcfStatus.NOT_RUNNING : OcfStatus.GENERIC;
      case UNKNOWN -> OcfStatus.GENERIC;
    };
  }
}
