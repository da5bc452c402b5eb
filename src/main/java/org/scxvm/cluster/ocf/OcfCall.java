package org.scxvm.cluster.ocf;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.NodeName;

/**
 * What a cluster manager tells an OCF agent in its environment: the parameters of the resource, and
 * how it wants the action.
 *
 * @param environment the environment of the call
 */
record OcfCall(Map<String, String> environment) {

  private static final String PARAMETER = "OCF_RESKEY_";
  private static final String META = PARAMETER + "CRM_meta_";

  /** A parameter of the resource; empty if it is not set, or set to nothing. */
  Optional<String> parameter(String name) {
    return value(PARAMETER + name.toLowerCase(Locale.ROOT));
  }

  /** How long the action may take. Milliseconds; by hand nobody says it. */
  Optional<Duration> timeout() throws ClusterException {
    Optional<String> value = value(META + "timeout");
    try {
      return value.map(Long::parseLong).map(Duration::ofMillis);
    } catch (NumberFormatException e) {
      throw new ClusterException(
          META + "timeout: expected milliseconds, got \"" + value.orElse("") + "\"");
    }
  }

  /** The node where the cluster manager has the action run; empty by hand. */
  Optional<String> node() {
    return value(META + "on_node");
  }

  /** The number of that node. */
  Optional<String> nodeId() {
    return value(META + "on_node_uuid");
  }

  /** Where the domain is to be migrated, in a migrate_to. */
  Optional<NodeName> target() throws ClusterException {
    Optional<String> name = value(META + "migrate_target");
    return name.isEmpty() ? Optional.empty() : Optional.of(named(name.get()));
  }

  static NodeName named(String name) throws ClusterException {
    try {
      return new NodeName(name.strip());
    } catch (IllegalArgumentException e) {
      throw new ClusterException(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }
}
