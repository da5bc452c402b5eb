package org.scxvm.cluster.rgm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;
import org.scxvm.process.Commands.Ended;
import org.scxvm.resource.ResourceIdentity;

/** {@code scha_resource_get} and {@code scha_resource_setstatus}. */
final class RgmResource implements ResourceView {

  private static final String GET = "scha_resource_get";
  private static final String PROBE = "probe";
  private static final String PROBE_TIMEOUT = "Probe_timeout";

  private final ClusterCommand command;
  private final ResourceIdentity identity;
  private Optional<List<String>> extensions = Optional.empty();
  private Optional<String> group;

  RgmResource(ClusterCommand command, ResourceIdentity identity) {
    this.command = command;
    this.identity = identity;
    this.group = identity.group();
  }

  /**
   * The first line of the answer is the type; the value may be empty, or have several lines.
   *
   * <p>Not verified: no RGM here; the format is that of scha_cmds(1HA).
   */
  @Override
  public Optional<String> extension(String property) throws ClusterException {
    if (!hasExtension(property)) {
      return Optional.empty();
    }
    List<String> answer = get("EXTENSION", property);
    if (answer.isEmpty()) {
      throw new ClusterException(GET + " -O EXTENSION " + property + ": no output");
    }
    String value = String.join(",", answer.subList(1, answer.size())).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** A property that an older registration does not have is not an error. */
  private boolean hasExtension(String property) throws ClusterException {
    if (extensions.isEmpty()) {
      extensions = Optional.of(get("ALL_EXTENSIONS"));
    }
    return extensions.get().stream().anyMatch(name -> name.strip().equalsIgnoreCase(property));
  }

  @Override
  public Optional<Duration> timeoutOf(String method) throws ClusterException {
    if (method.equals(PROBE)) { // no method of the RGM; types that have a probe set its limit so
      Optional<String> value = extension(PROBE_TIMEOUT);
      return value.isEmpty() ? Optional.empty() : Optional.of(seconds(PROBE_TIMEOUT, value.get()));
    }
    String tag = method.toUpperCase(Locale.ROOT) + "_TIMEOUT";
    return Optional.of(seconds(tag, line(tag)));
  }

  private static Duration seconds(String tag, String value) throws ClusterException {
    try {
      return Duration.ofSeconds(Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw new ClusterException(GET + " -O " + tag + ": expected seconds, got \"" + value + "\"");
    }
  }

  @Override
  public boolean isSwitchedOff() throws ClusterException {
    String value = line("ON_OFF_SWITCH");
    return switch (value) {
      case "ENABLED" -> false;
      case "DISABLED" -> true;
      default ->
          throw new ClusterException(
              GET + " -O ON_OFF_SWITCH: expected ENABLED or DISABLED, got \"" + value + "\"");
    };
  }

  @Override
  public boolean killsNodeIfStopFails() throws ClusterException {
    return line("FAILOVER_MODE").equals("HARD");
  }

  @Override
  public ResourceStatus status() throws ClusterException {
    return switch (line("STATUS")) {
      case "OK", "ONLINE" -> ResourceStatus.OK;
      case "DEGRADED" -> ResourceStatus.DEGRADED;
      case "FAULTED" -> ResourceStatus.FAULTED;
      case "OFFLINE" -> ResourceStatus.OFFLINE;
      default -> ResourceStatus.OTHER;
    };
  }

  @Override
  public void setStatus(ResourceStatus status, String text) throws ClusterException {
    List<String> words = new ArrayList<>(List.of("-R", identity.resource().value()));
    words.addAll(List.of("-G", group(), "-s", status.name(), "-m", text));
    identity.zone().ifPresent(zone -> words.addAll(List.of("-Z", zone)));
    String setStatus = "scha_resource_setstatus";
    Ended ended = command.run(setStatus, words.toArray(new String[0]));
    if (ended.status() != 0) {
      throw ClusterCommand.failed(ended, setStatus, "-s", status.name());
    }
  }

  /** The group's name; asked for once if the caller did not give it. */
  String group() throws ClusterException {
    if (group.isEmpty()) {
      group = Optional.of(line("GROUP"));
    }
    return group.get();
  }

  /** A property that is a whole number. */
  int number(String tag) throws ClusterException {
    String value = line(tag);
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new ClusterException(GET + " -O " + tag + ": expected a number, got \"" + value + "\"");
    }
  }

  /** A property that is one word. */
  String line(String tag) throws ClusterException {
    return command.line(GET, words(tag));
  }

  private List<String> get(String tag, String... arguments) throws ClusterException {
    return command.lines(GET, words(tag, arguments));
  }

  private String[] words(String tag, String... arguments) {
    List<String> words = new ArrayList<>(List.of("-O", tag, "-R", identity.resource().value()));
    group.ifPresent(name -> words.addAll(List.of("-G", name)));
    // No -Z here: to this command it would name a zone cluster, not the zone that the RGM gave us.
    words.addAll(List.of(arguments));
    return words.toArray(new String[0]);
  }
}
