package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.PeerSettings;
import org.scxvm.config.SettingException;
import org.scxvm.definition.DomainFiles;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.lock.LockException;
import org.scxvm.message.AgentMessage;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.monitor.AwaitGuest;
import org.scxvm.owner.PeerCheck;
import org.scxvm.resource.FailoverType;
import org.scxvm.start.StartDomain;
import org.scxvm.start.StartOutcome;
import org.scxvm.start.StartRequest;

/** {@code start}. */
final class StartCallback implements ResourceCommand {

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String description() {
    return "Brings the domain up on this node, or finds that it has been migrated here.";
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    return start(call, (hypervisors, outcome) -> {});
  }

  /** Looks at what came of the domain, while it is kept for this Start. */
  interface Afterwards {
    void look(Hypervisors hypervisors, StartOutcome outcome);
  }

  /**
   * A Start.
   *
   * @param afterwards for whom the status alone does not say enough
   */
  static int start(MethodCall call, Afterwards afterwards)
      throws SettingException, ClusterException, LockException {
    DomainFiles files = call.files();
    StartRequest request = request(call);
    int status =
        call.locked(
            "start",
            hypervisors -> {
              StartOutcome outcome =
                  new StartDomain(hypervisors, call.cluster(), files, call.messages())
                      .start(request);
              afterwards.look(hypervisors, outcome);
              return outcome.succeeded() ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
            });
    if (status == ExitStatus.SUCCESS) {
      StopCallback.faultNote(call).remove();
    }
    call.noteSettings();
    return status == ExitStatus.SUCCESS && !isGuestWell(call) ? ExitStatus.FAILURE : status;
  }

  /** Without the lock: whoever wants to stop the domain meanwhile may. */
  private static boolean isGuestWell(MethodCall call) throws SettingException, ClusterException {
    return !call.settings().startWaits() || awaitGuest(call);
  }

  /** Whether its agent and its program say in time that the guest is well. */
  static boolean awaitGuest(MethodCall call) throws SettingException, ClusterException {
    Adapters adapters = call.adapters();
    return new AwaitGuest(
            adapters.watchedHypervisors(), adapters.commands(), call.messages(), adapters.time())
        .await(MonitorStartCallback.registration(call), call.limit().answer());
  }

  /** Where nobody keeps on record which node may run the domain, each node may. */
  private static PeerCheck peerCheck(MethodCall call) throws SettingException, ClusterException {
    PeerCheck wanted = call.settings().peerCheck();
    return wanted == PeerCheck.AUTO && !call.hasRecords() ? PeerCheck.REQUIRE : wanted;
  }

  /** A domain that cannot be fetched because of a wrong setting must still be started. */
  static StartRequest request(MethodCall call) throws SettingException, ClusterException {
    PeerAddresses peers = PeerSettings.addresses(call.settings(), call.file().peers());
    FailoverType fetch = FailoverType.NORMAL;
    try {
      if (call.settings().startRecovers()) {
        peers = PeerSettings.withOptions(peers, call.settings());
        fetch = call.settings().failoverType();
      }
    } catch (SettingException e) {
      call.messages().say(AgentMessage.WRONG_SETTING, e.words());
    }
    return new StartRequest(
        call.identity().resource(),
        call.settings().domain(),
        call.settings().connectUri(),
        peers,
        peerCheck(call),
        fetch,
        call.limit());
  }
}
