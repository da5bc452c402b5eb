package org.scxvm.cluster.ocf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.host.HostException;
import org.scxvm.host.HostFiles;
import org.scxvm.migration.VirshWords;
import org.scxvm.time.Deadline;

/**
 * The parameters of ocf:heartbeat:VirtualDomain, as its documentation has them, in the words of
 * this agent. Those that have the same name and the same meaning are not here.
 */
record VirtualDomainNames(OcfCall call, HostFiles files, Deadline deadline) {

  /** What a parameter of the agent is by those names; empty if none of them is set. */
  Optional<String> extension(String property) throws ClusterException {
    return switch (property) {
      case "Domain_name" -> domainName();
      case "Connect_uri" -> call.parameter("hypervisor");
      case "Peer_uri" -> call.parameter("remoteuri").or(this::peerUri);
      case "Migration_uri" -> migrationUri();
      case "Migration_options" -> migrationOptions();
      default -> Optional.empty();
    };
  }

  private Optional<String> domainName() throws ClusterException {
    Optional<String> path = call.parameter("config");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text =
          files
              .text(path.get(), deadline)
              .orElseThrow(() -> new HostException("there is no file " + path.get()));
      return Optional.of(DomainXml.parse(text).name());
    } catch (HostException | DefinitionException e) {
      throw new ClusterException(
          "domain_name is not set, and config " + path.get() + ": " + e.getMessage());
    }
  }

  /** The URI of this node's hypervisor, at another node and over another transport. */
  private Optional<String> peerUri() {
    Optional<String> transport = call.parameter("migration_transport");
    Optional<String> user = call.parameter("migration_user");
    Optional<String> hypervisor = call.parameter("hypervisor");
    if (hypervisor.isEmpty() && transport.isEmpty() && user.isEmpty() && suffix().isEmpty()) {
      return Optional.empty();
    }
    String[] here = hypervisor.orElse("qemu:///system").split("://", 2);
    String place = here.length == 1 ? "" : here[1];
    int slash = place.indexOf('/');
    String address = slash < 0 ? place : place.substring(0, slash);
    String port = address.matches(".*:\\d+") ? address.substring(address.lastIndexOf(':')) : "";
    return Optional.of(
        here[0]
            + transport.map(it -> "+" + it).orElse("")
            + "://"
            + user.map(it -> it + "@").orElse("")
            + node()
            + port
            + (slash < 0 ? "/" : place.substring(slash)));
  }

  private Optional<String> suffix() {
    return call.parameter("migration_network_suffix");
  }

  /** The suffix goes before the first period of a node's name. */
  private String node() {
    return suffix().map(it -> "%h" + it + "%d").orElse("%n");
  }

  private Optional<String> migrationUri() {
    Optional<String> said =
        call.parameter("migrateuri").or(virshWords()::memoryUri).map(this::withSuffix);
    Optional<String> port = call.parameter("migrateport");
    if (said.isPresent() || (suffix().isEmpty() && port.isEmpty())) {
      return said;
    }
    boolean xen = call.parameter("hypervisor").filter(it -> it.startsWith("xen")).isPresent();
    return Optional.of(
        (xen ? "" : "tcp://") + node() + port.map(it -> xen ? "" : ":" + it).orElse(""));
  }

  /** VirtualDomain puts the suffix into the name before it puts the name into the URI. */
  private String withSuffix(String uri) {
    return call.parameter("remoteuri").isPresent() ? uri : uri.replace("%n", node());
  }

  private VirshWords virshWords() {
    return VirshWords.of(call.parameter("migrate_options").orElse(""));
  }

  private Optional<String> migrationOptions() {
    List<String> options = new ArrayList<>(virshWords().options());
    if (options.stream().noneMatch(it -> it.startsWith("bandwidth="))) {
      limit("migration_speed", "bandwidth").ifPresent(options::add);
    }
    limit("migration_downtime", "downtime").ifPresent(options::add);
    return options.isEmpty() ? Optional.empty() : Optional.of(String.join(",", options));
  }

  /** Zero is no limit. */
  private Optional<String> limit(String parameter, String option) {
    return call.parameter(parameter)
        .filter(value -> !value.matches("0+"))
        .map(value -> option + "=" + value);
  }
}
