package org.scxvm.cli;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.message.Messages;
import org.scxvm.preflight.CheckMove;
import org.scxvm.preflight.MoveCheckOutcome;
import org.scxvm.preflight.MoveCheckOutcome.Hindered;
import org.scxvm.preflight.MoveCheckRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.stop.Foresight;
import org.scxvm.time.Deadline;

/**
 * What {@code preflight} finds, asked by a Stop. Only a migration that would fail is worth words
 * then: whoever wants the warnings asks by hand.
 *
 * @param needsLocks no record tells which node may run the domain, so that locks have to keep a
 *     second copy out
 */
record PreflightInStop(
    CheckMove checkMove,
    DomainName domain,
    String connectUri,
    boolean needsLocks,
    Messages messages)
    implements Foresight {

  static PreflightInStop of(MethodCall call) throws SettingException, ClusterException {
    return new PreflightInStop(
        checkMove(call),
        call.settings().domain(),
        call.settings().connectUri(),
        !call.hasRecords(),
        call.messages());
  }

  static CheckMove checkMove(MethodCall call) {
    Adapters adapters = call.adapters();
    return new CheckMove(adapters.hypervisors(), adapters.host(), adapters.hostFiles());
  }

  @Override
  public Optional<String> hindrance(NodeName target, MoveRequest move, Deadline deadline) {
    MoveCheckRequest request = new MoveCheckRequest(domain, connectUri, target, move, deadline);
    MoveCheckOutcome outcome = checkMove.check(request);
    if (needsLocks && !outcome.isLocked()) {
      return Optional.of(
          "Domain_pathname is not set, and not every disk is known to have a lock that reaches"
              + " other nodes");
    }
    if (!(outcome instanceof Hindered hindered) || deadline.hasPassed()) {
      return Optional.empty(); // whoever was asked too late counts as silent, and may not be
    }
    hindered.findings().tell(messages);
    return Optional.of("the migration would fail, errors above: " + hindered.findings().errors());
  }
}
