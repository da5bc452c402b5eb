package org.scxvm.stop;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.noop.FoundMarker;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/**
 * What the shared folder says of a migration before it begins, so that a Stop that is killed in the
 * middle leaves word of the two nodes on which the domain may be.
 */
final class Announcement {

  private final Stopping stopping;
  private boolean own;

  Announcement(Stopping stopping) {
    this.stopping = stopping;
  }

  void make(NodeName target, Sighting seen) throws FolderException, ClusterException {
    NodeName source = thisNode();
    NoOpMarker.Subject subject =
        new NoOpMarker.Subject(stopping.request().resource(), stopping.domain(), uuidOf(seen));
    String time =
        stopping.request().limit().time().wallClock().truncatedTo(ChronoUnit.SECONDS).toString();
    NoOpMarker.Move move = new NoOpMarker.Move(source, target);
    own = true;
    stopping.files().markers().announce(new NoOpMarker(subject, move, isPaused(seen), time));
  }

  Begun begun(NodeName target, String peerUri, Sighting seen, MoveEnd end) {
    return new Begun(target, peerUri, uuidOf(seen), isPaused(seen), end);
  }

  /**
   * A migration from this node that an earlier Stop announced and did not settle. What another node
   * announced is that node's: it stays, and keeps every Start from booting.
   *
   * @throws ClusterException there is an announcement, and nobody says whose it is
   */
  Optional<Begun> leftBehind() throws ClusterException {
    FoundMarker found;
    try {
      found = stopping.files().markers().findAnnounced();
    } catch (FolderException e) {
      unreadable(e.words());
      return Optional.empty();
    }
    if (!(found instanceof FoundMarker.Known known) || !fits(known.marker())) {
      return Optional.empty();
    }
    own = known.marker().move().source().equals(thisNode());
    return own ? Optional.of(begun(known.marker())) : Optional.empty();
  }

  /** Nobody connects to a node that the cluster does not name, whatever a file says. */
  private boolean fits(NoOpMarker marker) throws ClusterException {
    List<NodeName> nodes = stopping.cluster().apply(limit()).group().nodeList();
    return marker.fits(stopping.request().resource(), stopping.domain(), nodes);
  }

  /** It is settled where the domain is: nothing need keep a Start from booting it. */
  void withdraw() {
    if (!own) {
      return;
    }
    try {
      stopping.files().markers().withdraw();
      own = false;
    } catch (FolderException e) {
      unreadable(e.words());
    }
  }

  private Begun begun(NoOpMarker marker) throws ClusterException {
    NodeName target = marker.move().target();
    Optional<String> privateHost = stopping.cluster().apply(limit()).nodes().privateHostOf(target);
    String uri = stopping.request().peers().to(target, privateHost, true).peerUri();
    MoveEnd end = new MoveEnd.Failed("an earlier Stop was ended in the middle");
    return new Begun(target, uri, marker.subject().uuid(), marker.paused(), end);
  }

  private NodeName thisNode() throws ClusterException {
    return stopping.cluster().apply(limit()).nodes().thisNode();
  }

  private Deadline limit() {
    return stopping.budget().answer();
  }

  private void unreadable(String cause) {
    stopping
        .messages()
        .sayWithCause(AgentMessage.MARKER_NOT_READ, cause, stopping.request().resource());
  }

  private static String uuidOf(Sighting seen) {
    return seen.answer().knownUuid().orElse("");
  }

  private static boolean isPaused(Sighting seen) {
    return seen.is(Activity.PAUSED_BY_USER);
  }
}
