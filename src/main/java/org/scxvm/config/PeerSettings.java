package org.scxvm.config;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.scxvm.cluster.ClusterException;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.NodeName;

/** Reads the settings of a migration. */
public final class PeerSettings {

  private static final MoveRequest.Options NO_OPTIONS =
      new MoveRequest.Options("", false, false, OptionalLong.empty());

  private PeerSettings() {}

  /**
   * How the other nodes are reached, without the options of a migration.
   *
   * @param exceptions peer URIs of nodes that the template does not fit
   */
  public static PeerAddresses addresses(Settings settings, Map<NodeName, String> exceptions)
      throws ClusterException, SettingException {
    String template = settings.required(Setting.PEER_URI);
    Optional<String> memory = settings.find(Setting.MIGRATION_URI);
    return new PeerAddresses(template, exceptions, memory, NO_OPTIONS);
  }

  /** The same addresses with the options of a migration. */
  public static PeerAddresses withOptions(PeerAddresses addresses, Settings settings)
      throws ClusterException, SettingException {
    String value = settings.find(Setting.MIGRATION_OPTIONS).orElse("");
    return new PeerAddresses(
        addresses.template(),
        addresses.exceptions(),
        addresses.memoryTemplate(),
        MigrationOptions.of(value));
  }
}
