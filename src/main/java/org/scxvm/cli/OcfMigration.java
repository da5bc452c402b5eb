package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.PeerSettings;
import org.scxvm.config.SettingException;
import org.scxvm.definition.DomainFiles;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.lock.LockException;
import org.scxvm.message.AgentMessage;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.MigrationFailure;
import org.scxvm.start.StartDomain;
import org.scxvm.start.StartRequest;
import org.scxvm.stop.StopDomain;
import org.scxvm.stop.StopOutcome;
import org.scxvm.stop.StopRequest;
import org.scxvm.stop.SwitchSources;

/** The two halves of a migration, as OCF has them: one on its source, and one on its target. */
final class OcfMigration {

  private OcfMigration() {}

  /** The domain goes to the target or stays here; it is never shut down. */
  static OcfStatus to(MethodCall call) throws SettingException, ClusterException, LockException {
    DomainFiles files = call.files();
    SwitchSources sources = StopCallback.sources(call);
    StopRequest request = request(call);
    return OcfStatus.of(
        call.locked(
            "migrate_to",
            hypervisors ->
                told(
                    call,
                    request,
                    new StopDomain(hypervisors, sources, files, call.messages())
                        .migrate(request))));
  }

  /** Other than in a Stop, what is wrong with the options is an answer by itself. */
  private static StopRequest request(MethodCall call) throws SettingException, ClusterException {
    FailoverType wanted = call.settings().failoverType();
    PeerAddresses peers = PeerSettings.addresses(call.settings(), call.file().peers());
    return new StopRequest(
        call.identity().resource(),
        call.settings().domain(),
        call.settings().connectUri(),
        wanted.migrates() ? wanted : FailoverType.LIVE,
        MigrationFailure.STAY,
        ShutdownMode.USUAL,
        PeerSettings.withOptions(peers, call.settings()),
        StopCallback.log(call),
        call.limit());
  }

  /** The cluster manager shows the last error: it must say why. */
  private static int told(MethodCall call, StopRequest request, StopOutcome outcome) {
    if (outcome instanceof StopOutcome.NotStopped failed) {
      call.messages().say(AgentMessage.NOT_HANDED_OVER, request.domain(), failed.reason());
      return ExitStatus.FAILURE;
    }
    return ExitStatus.SUCCESS;
  }

  /** The domain is here, or was never sent. */
  static OcfStatus from(MethodCall call) throws SettingException, ClusterException, LockException {
    int status = arrive(call, call.files(), "migrate_from");
    call.noteSettings();
    return OcfAction.arrived(call, status);
  }

  /** What is here is taken over, and put on record. */
  static int arrive(MethodCall call, DomainFiles files, String method)
      throws SettingException, ClusterException, LockException {
    StartRequest request = StartCallback.request(call);
    return call.locked(
        method,
        hypervisors ->
            new StartDomain(hypervisors, call.cluster(), files, call.messages())
                    .arrive(request)
                    .succeeded()
                ? ExitStatus.SUCCESS
                : ExitStatus.FAILURE);
  }
}
