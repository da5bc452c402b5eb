package org.scxvm.start;

import java.util.Optional;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.noop.FoundMarker;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.resource.NodeName;

/** Holds a marker against what is seen. */
record MarkerCheck(FoundMarker found, StartRequest request, NodeName thisNode) {

  /** Why the marker is not to be believed; empty if it is. */
  Optional<String> objection(Sighting seen, boolean booted) {
    if (booted) {
      return Optional.of("the domain was not running here");
    }
    if (found instanceof FoundMarker.Damaged) {
      return Optional.of("it is damaged");
    }
    if (found instanceof FoundMarker.Known known) {
      return objection(known.marker(), seen);
    }
    // An empty one is the 2008 agent's, in a rolling upgrade; it says nothing about a paused
    // domain.
    return seen.is(Activity.RUNNING)
        ? Optional.empty()
        : Optional.of("it is empty and the domain is not running");
  }

  private Optional<String> objection(NoOpMarker marker, Sighting seen) {
    if (!marker.subject().resource().equals(request.resource())) {
      return Optional.of("it is of resource " + marker.subject().resource());
    }
    if (!marker.subject().domain().equals(request.domain())
        || !seen.answer().knownUuid().equals(Optional.of(marker.subject().uuid()))) {
      return Optional.of(
          "it is of domain " + marker.subject().domain() + " " + marker.subject().uuid());
    }
    if (!marker.move().target().equals(thisNode)) {
      return Optional.of("its target is node " + marker.move().target());
    }
    return seen.is(Activity.RUNNING) || marker.paused()
        ? Optional.empty()
        : Optional.of("the domain is " + seen);
  }
}
