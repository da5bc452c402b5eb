package org.scxvm.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.Setting;
import org.scxvm.config.Settings;
import org.scxvm.hypervisor.DomainState;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.status.Report.Item;
import org.scxvm.status.Report.Section;
import org.scxvm.time.Deadline;

/**
 * Looks at everything that decides what the agent would do, and changes nothing. What cannot be had
 * is said in its place; the rest is there all the same.
 */
public final class DescribeResource {

  /** Each thing that may hang has its own. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String NOT_TOLD = "not told";

  private final Hypervisors hypervisors;
  private final Function<Deadline, Cluster> cluster;

  /**
   * Connects the use case to its ports.
   *
   * @param cluster opens the view of the cluster for questions that end at a deadline
   */
  public DescribeResource(Hypervisors hypervisors, Function<Deadline, Cluster> cluster) {
    this.hypervisors = hypervisors;
    this.cluster = cluster;
  }

  public Report describe(DescribeRequest request) {
    Section settings = settings(request.settings()); // before anything that may take long
    Hypervisor here = hypervisors.at(request.connectUri());
    Deadline look = request.limit().answer().within(LIMIT);
    Sighting seen = here.sight().look(request.domain(), look);
    DescribeFiles files = new DescribeFiles(request, here);
    List<Section> sections = new ArrayList<>();
    sections.add(resource(request));
    sections.add(domain(request, seen));
    DescribeMonitor monitor =
        DescribeMonitor.of(request.state(), request.identity().resource(), request.limit().time());
    sections.add(monitor.section());
    sections.addAll(files.sections());
    sections.add(settings);
    boolean told = seen.state() == DomainState.UP || seen.state() == DomainState.DOWN;
    return new Report(List.copyOf(sections), told && files.isFine() && monitor.isFine());
  }

  private Section resource(DescribeRequest request) {
    Cluster view = cluster.apply(request.limit().answer().within(LIMIT));
    List<Item> items = new ArrayList<>();
    items.add(Item.of("name", request.identity().resource()));
    items.add(Item.of("group", request.identity().group().orElse(NOT_TOLD)));
    items.add(told("node", () -> view.nodes().thisNode()));
    items.add(told("status", () -> view.resource().status()));
    items.add(told("switched_off", () -> view.resource().isSwitchedOff()));
    items.add(told("node_list", () -> words(view.group().nodeList())));
    items.add(
        told(
            "moving_to",
            () -> view.group().targetNodes().map(DescribeResource::words).orElse(NOT_TOLD)));
    return new Section("resource", List.copyOf(items));
  }

  private static Section domain(DescribeRequest request, Sighting seen) {
    return new Section(
        "domain",
        List.of(
            Item.of("name", request.domain()),
            Item.of("uuid", seen.answer().knownUuid().orElse("not known")),
            Item.of("state", seen.state().name().toLowerCase(Locale.ROOT)),
            Item.of("libvirt", seen.answer()),
            Item.of("process", seen.process())));
  }

  private static Section settings(Settings settings) {
    List<Item> items = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      items.add(setting(settings, setting));
    }
    return new Section("settings", List.copyOf(items));
  }

  private static Item setting(Settings settings, Setting setting) {
    try {
      Optional<Settings.Found> found = settings.findWithOrigin(setting);
      return new Item(
          setting.label(),
          found.map(Settings.Found::value).orElse(""),
          found.map(Settings.Found::origin).orElse("not set"));
    } catch (ClusterException e) {
      return new Item(setting.label(), "", "cannot be told: " + e.words());
    }
  }

  /** A question to the cluster. */
  private interface Question {
    Object ask() throws ClusterException;
  }

  private static Item told(String name, Question question) {
    try {
      return Item.of(name, question.ask());
    } catch (ClusterException e) {
      return Item.of(name, "cannot be told: " + e.words());
    }
  }

  private static String words(List<?> things) {
    return things.isEmpty()
        ? "none"
        : String.join(" ", things.stream().map(String::valueOf).toList());
  }
}
