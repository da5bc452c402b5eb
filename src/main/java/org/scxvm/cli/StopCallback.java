package org.scxvm.cli;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.PeerSettings;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.definition.DomainFiles;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.lock.LockException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.MigrationFailure;
import org.scxvm.stop.LogRequest;
import org.scxvm.stop.StopDomain;
import org.scxvm.stop.StopOutcome;
import org.scxvm.stop.StopRequest;
import org.scxvm.stop.SwitchSources;
import org.scxvm.watched.FaultNote;

/** {@code stop}. */
final class StopCallback implements ResourceCommand {

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public String description() {
    return "Takes the domain off this node: migrated where its group goes, or shut down.";
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    String typeAsSet = call.settings().required(Setting.FAILOVER_TYPE);
    Optional<FailoverType> type = FailoverType.of(typeAsSet);
    if (type.isEmpty()) {
      call.messages().say(AncestorMessage.INVALID_FAILOVER_TYPE, typeAsSet);
      return ExitStatus.FAILURE;
    }
    return stop(call, type.get());
  }

  /** A Stop that migrates in that way, or in none. */
  static int stop(MethodCall call, FailoverType type)
      throws SettingException, ClusterException, LockException {
    return stop(call, type, StopDomain::stop);
  }

  /** How a domain is stopped. */
  interface Way {
    StopOutcome take(StopDomain domain, StopRequest request);
  }

  /** A Stop of some kind. */
  static int stop(MethodCall call, FailoverType type, Way way)
      throws SettingException, ClusterException, LockException {
    DomainFiles files = call.files();
    SwitchSources sources = sources(call);
    StopRequest request = request(call, type, log(call));
    return call.locked(
        "stop",
        hypervisors ->
            way.take(new StopDomain(hypervisors, sources, files, call.messages()), request)
                    .succeeded()
                ? ExitStatus.SUCCESS
                : ExitStatus.FAILURE);
  }

  /** A domain that cannot be migrated because of a wrong setting must still be stopped. */
  static StopRequest request(MethodCall call, FailoverType wanted, LogRequest log)
      throws SettingException, ClusterException {
    FailoverType type = wanted;
    MigrationFailure failure = MigrationFailure.SHUTDOWN;
    List<ShutdownMode> modes = ShutdownMode.USUAL;
    PeerAddresses peers = PeerSettings.addresses(call.settings(), call.file().peers());
    try {
      peers = PeerSettings.withOptions(peers, call.settings());
      failure = call.settings().migrationFailure();
    } catch (SettingException e) {
      call.messages().say(AgentMessage.WRONG_SETTING, e.words());
      type = FailoverType.NORMAL;
    }
    try {
      modes = call.settings().shutdownModes();
    } catch (SettingException e) {
      call.messages().say(AgentMessage.WRONG_SETTING, e.words());
    }
    return new StopRequest(
        call.identity().resource(),
        call.settings().domain(),
        call.settings().connectUri(),
        type,
        failure,
        modes,
        peers,
        log,
        call.limit());
  }

  static SwitchSources sources(MethodCall call) throws SettingException, ClusterException {
    return new SwitchSources(
        call.cluster(),
        call.adapters().commandLogs(),
        PreflightInStop.of(call),
        faultNote(call)::isThere);
  }

  /** What the fault monitor has noted of the domain. */
  static FaultNote faultNote(MethodCall call) throws SettingException, ClusterException {
    return new FaultNote(call.state().apply(call.limit().answer()), call.identity().resource());
  }

  /** How the command log is asked in a Stop. */
  static LogRequest log(MethodCall call) throws SettingException, ClusterException {
    return new LogRequest(
        call.settings().required(Setting.COMMAND_LOG),
        call.identity().zone(),
        false,
        Optional.empty());
  }
}
