package org.scxvm.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values that an administrator wants to give to properties, before the cluster has taken them. The
 * case of names does not matter. A value may be empty: then the property is to have none.
 *
 * @param creates the resource does not exist yet, so the cluster knows none of its properties
 * @param resource properties that the cluster defines
 * @param extensions properties that the resource type defines
 * @param perNode extension properties of one node, by name and node id as in {@code Debug_level{2}}
 * @param group properties of the resource group
 */
public record Proposal(
    boolean creates,
    Map<String, String> resource,
    Map<String, String> extensions,
    Map<String, String> perNode,
    Map<String, String> group) {

  private static final String TIMEOUT = "_timeout";

  /**
   * Reads the words of a Validate.
   *
   * @param resource the words of {@code -r}, each {@code name=value}
   * @param extensions those of {@code -x}
   * @param perNode those of {@code -X}, each {@code name{node id}=value}
   * @param group those of {@code -g}
   * @throws IllegalArgumentException a word has another form, or a timeout is no number
   */
  public static Proposal of(
      boolean creates,
      List<String> resource,
      List<String> extensions,
      List<String> perNode,
      List<String> group) {
    Map<String, String> system = values("-r", resource, "name=value");
    system.forEach(Proposal::checkTimeout);
    Map<String, String> nodes = values("-X", perNode, "name{nodeid}=value");
    for (String name : nodes.keySet()) {
      if (!name.matches("[^{}]+\\{[^{}]+}")) {
        throw notAccepted("-X", name, "name{nodeid}=value");
      }
    }
    return new Proposal(
        creates,
        system,
        values("-x", extensions, "name=value"),
        nodes,
        values("-g", group, "name=value"));
  }

  private static Map<String, String> values(String option, List<String> words, String form) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw notAccepted(option, word, form);
      }
      values.put(word.substring(0, equals).strip(), word.substring(equals + 1));
    }
    return values;
  }

  private static void checkTimeout(String name, String value) {
    boolean isTimeout = name.toLowerCase(Locale.ROOT).endsWith(TIMEOUT);
    if (isTimeout && !value.strip().matches("[0-9]{1,9}")) {
      throw notAccepted("-r", name + "=" + value, "whole seconds");
    }
  }

  private static IllegalArgumentException notAccepted(String option, String word, String form) {
    return new IllegalArgumentException(
        "option " + option + ": \"" + word + "\" is not accepted: expected " + form);
  }

  /** What a method's failure leads to; empty if nothing is proposed. */
  Optional<String> failoverMode() {
    return Optional.ofNullable(resource.get("Failover_mode")).map(String::strip);
  }

  /** The timeout of a method; empty if none is proposed. */
  Optional<Duration> timeoutOf(String method) {
    return Optional.ofNullable(resource.get(method + TIMEOUT))
        .map(value -> Duration.ofSeconds(Long.parseLong(value.strip())));
  }
}
