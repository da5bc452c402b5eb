package org.scxvm.cluster.serviceguard;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.NodeName;

/**
 * What an external script of Serviceguard finds in its environment, and what its wrapper has put
 * there from the package configuration.
 *
 * @param environment the environment of the call
 */
record ServiceguardCall(Map<String, String> environment) {

  private static final String OURS = "PEV_SCXVM_";
  private static final String ENDLESS = "no_timeout";

  /** An extension property: {@code PEV_SCXVM_} and its name. */
  Optional<String> property(String name) {
    return value(OURS + name);
  }

  /**
   * One of the package's script timeouts, in seconds. Where the environment of the package does not
   * tell it, the administrator repeats it as a variable; empty if there is none, or no end.
   */
  Optional<Duration> timeout(String name) throws ClusterException {
    Optional<String> seconds =
        value("SG_" + name).or(() -> value(OURS + name)).filter(it -> !it.equals(ENDLESS));
    try {
      return seconds.map(Long::parseLong).map(Duration::ofSeconds).filter(it -> !it.isZero());
    } catch (NumberFormatException e) {
      throw new ClusterException(name + ": expected seconds, got \"" + seconds.orElse("") + "\"");
    }
  }

  /** The node; empty at validation, and by hand. */
  Optional<String> node() {
    return value("SG_NODE");
  }

  /** Whether Serviceguard has called: then there is a cluster that must answer. */
  boolean isOfPackage() {
    return value("SG_PACKAGE").or(() -> value("SG_PACKAGE_NAME")).isPresent();
  }

  /** The external scripts of the package as it is to be. */
  List<String> scripts() {
    return value("SCXVM_SCRIPTS").stream()
        .flatMap(words -> Arrays.stream(words.split("\\s+")))
        .toList();
  }

  static NodeName named(String name) throws ClusterException {
    try {
      return new NodeName(name.strip());
    } catch (IllegalArgumentException e) {
      throw new ClusterException(String.valueOf(e.getMessage()));
    }
  }

  /** Names of package variables may be written in capitals or not. */
  private Optional<String> value(String name) {
    return environment.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(each -> each.getValue().strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
