package org.scxvm.cli;

import java.util.Locale;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import org.scxvm.message.ServiceguardMessage;
import org.scxvm.resource.FailoverType;
import org.scxvm.stop.StopDomain;
import picocli.CommandLine.Model.OptionSpec;

/** The halt of a package, as the reason for it wants it. */
final class SgStop {

  private static final String REASON = "--halt-reason";
  private static final String ORDERLY = "is to shut down";
  private static final String SHORT = "is asked to shut down for a moment only";

  private SgStop() {}

  static OptionSpec reasonOption() {
    return OptionSpec.builder(REASON)
        .type(String.class)
        .paramLabel("REASON")
        .description("SG_HALT_REASON: failure, user_halt or automatic_halt")
        .build();
  }

  static SgStatus run(MethodCall call) throws SettingException, ClusterException, LockException {
    String none = "";
    String reason = call.words().matchedOptionValue(REASON, none).strip();
    return switch (reason.toLowerCase(Locale.ROOT)) {
      case "failure" -> stop(call, "failure", SHORT, StopDomain::stopFailed);
      case "user_halt", "automatic_halt" -> stop(call, reason, ORDERLY, StopDomain::stop);
      case "" -> stop(call, "a reason that is not given", ORDERLY, StopDomain::stop);
      default -> stop(call, "an unknown reason, " + reason, ORDERLY, StopDomain::stop);
    };
  }

  private static SgStatus stop(MethodCall call, String reason, String what, StopCallback.Way way)
      throws SettingException, ClusterException, LockException {
    call.messages().say(ServiceguardMessage.HALTED, call.identity().resource(), reason, what);
    return SgStatus.of(StopCallback.stop(call, FailoverType.NORMAL, way));
  }
}
