package org.scxvm.cli;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.PeerSettings;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import org.scxvm.message.AncestorMessage;
import org.scxvm.resource.FailoverType;
import org.scxvm.stop.StopDomain;
import org.scxvm.stop.StopRequest;

/** {@code stop}. */
final class StopCallback implements Callback {

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public String description() {
    return "Takes the domain off this node: migrated where its group goes, or shut down.";
  }

  @Override
  public int statusOfWrongSetting() {
    return ExitStatus.FAILURE;
  }

  @Override
  public int statusOfSilentCluster() {
    return ExitStatus.FAILURE;
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    String typeAsSet = call.settings().required(Setting.FAILOVER_TYPE);
    Optional<FailoverType> type = FailoverType.of(typeAsSet);
    if (type.isEmpty()) {
      call.messages().say(AncestorMessage.INVALID_FAILOVER_TYPE, typeAsSet);
      return ExitStatus.FAILURE;
    }
    StopDomain stop =
        new StopDomain(
            call.adapters().hypervisors(), call.cluster(), call.files(), call.messages());
    StopRequest request =
        new StopRequest(
            call.identity().resource(),
            call.settings().domain(),
            call.settings().connectUri(),
            type.get(),
            PeerSettings.of(call.settings(), call.file().peers()),
            call.limit());
    return call.locked(
        name(), () -> stop.stop(request).succeeded() ? ExitStatus.SUCCESS : ExitStatus.FAILURE);
  }
}
