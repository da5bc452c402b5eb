package org.scxvm.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.lock.LockException;
import org.scxvm.message.ServiceguardMessage;
import org.scxvm.placement.CheckPlacement;
import org.scxvm.placement.PlacementRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.start.StartOutcome.NotStarted;
import org.scxvm.time.Deadline;
import org.scxvm.time.MethodLimit;

/** The start of a package, and whether another node may try if it fails. */
final class SgStart {

  /** Serviceguard's timeout leaves that much at least behind the share that a Start may use. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(10);

  private SgStart() {}

  static SgStatus run(MethodCall call) throws SettingException, ClusterException, LockException {
    DomainName domain = call.settings().domain();
    String folder = call.settings().domainPathname();
    String uri = call.settings().connectUri();
    AtomicBoolean ofThisNode = new AtomicBoolean();
    int status =
        StartCallback.start(
            call,
            (hypervisors, outcome) -> {
              if (outcome instanceof NotStarted failed) {
                PlacementRequest request =
                    new PlacementRequest(
                        call.identity().resource(), domain, folder, uri, false, afterwards(call));
                ofThisNode.set(isOfThisNode(call, hypervisors, request, failed));
              }
            });
    if (ofThisNode.get()) {
      call.messages().say(ServiceguardMessage.ANOTHER_NODE_MAY, domain);
      return SgStatus.ELSEWHERE;
    }
    return SgStatus.of(status);
  }

  /** Only what is down here for certain may be tried elsewhere. */
  private static boolean isOfThisNode(
      MethodCall call, Hypervisors hypervisors, PlacementRequest request, NotStarted failed) {
    Deadline deadline = request.limit().answer();
    return hypervisors.at(request.connectUri()).sight().look(request.domain(), deadline).isDown()
        && (failed.ofThisNode() || cannotRun(call, hypervisors, request));
  }

  private static boolean cannotRun(
      MethodCall call, Hypervisors hypervisors, PlacementRequest request) {
    return !new CheckPlacement(
            hypervisors,
            call.cluster(),
            call.adapters().folders(),
            call.adapters().host(),
            call.messages())
        .check(request)
        .succeeded();
  }

  private static MethodLimit afterwards(MethodCall call) {
    Duration end = call.adapters().time().sinceStart().plus(AFTERWARDS);
    return new MethodLimit(call.adapters().time(), end, end);
  }
}
