package org.scxvm.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.noop.FoundMarker;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.status.Report.Item;
import org.scxvm.status.Report.Section;
import org.scxvm.time.Deadline;

/** Describes what is kept in the shared folder, and how this node's definition compares. */
final class DescribeFiles {

  private final DescribeRequest request;
  private final Hypervisor here;
  private boolean fine = true;

  DescribeFiles(DescribeRequest request, Hypervisor here) {
    this.request = request;
    this.here = here;
  }

  List<Section> sections() {
    DescribeOwner owner = DescribeOwner.of(request.files().owners());
    fine &= owner.isFine();
    Section lastMove = new DescribeLastMove(request.files(), request.limit().answer()).section();
    return List.of(owner.section(), marker(), lastMove, definition());
  }

  /** Whether nothing was found that needs a person's look. */
  boolean isFine() {
    return fine;
  }

  private Section marker() {
    try {
      return new Section("marker", items(request.files().markers().find()));
    } catch (FolderException e) {
      fine = false;
      return new Section("marker", List.of(Item.of("state", "cannot be told: " + e.words())));
    }
  }

  private List<Item> items(FoundMarker found) {
    if (found instanceof FoundMarker.Known known) {
      return items(known.marker());
    }
    boolean none = found instanceof FoundMarker.None;
    fine &= none;
    String state =
        found instanceof FoundMarker.Empty ? "empty, as the agent of 2008 leaves it" : "damaged";
    return List.of(Item.of("state", none ? "none" : state));
  }

  /** What a marker says. */
  static List<Item> items(NoOpMarker marker) {
    return List.of(
        Item.of("state", "known"),
        Item.of("source", marker.move().source()),
        Item.of("target", marker.move().target()),
        Item.of("uuid", marker.subject().uuid()),
        Item.of("outcome", marker.paused() ? "paused" : "running"),
        Item.of("time", marker.time()));
  }

  private Section definition() {
    SavedDefinitions saved = request.files().definitions();
    List<Item> items = new ArrayList<>();
    items.add(Item.of("folder", saved.path()));
    try {
      Optional<DomainXml> found = saved.find(request.domain());
      items.add(Item.of("saved", found.isPresent() ? "yes" : "no"));
      items.add(Item.of("on_this_node", found.map(this::compared).orElseGet(this::alone)));
    } catch (FolderException | DefinitionException e) {
      fine = false;
      items.add(Item.of("saved", "cannot be told: " + e.getMessage()));
    }
    return new Section("definition", List.copyOf(items));
  }

  private String compared(DomainXml saved) {
    return described(xml -> xml.equals(saved.text()) ? "the same" : "differs from the saved one");
  }

  private String alone() {
    return described(xml -> "yes");
  }

  /** What is to be said of a definition. */
  private interface Verdict {
    String of(String xml);
  }

  private String described(Verdict verdict) {
    try {
      Deadline limit = request.limit().answer().within(DescribeResource.LIMIT);
      return verdict.of(here.definitions().describe(request.domain(), limit));
    } catch (HypervisorException e) {
      return e.fault() == Fault.NO_SUCH_DOMAIN ? "none" : "cannot be told: " + e.words();
    }
  }
}
