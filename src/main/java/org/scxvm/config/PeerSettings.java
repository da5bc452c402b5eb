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

  private static final String KNOWN = "unsafe, tunnelled, bandwidth=MiB/s";
  private static final long BANDWIDTH_MAX = 1L << 30;

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
        addresses.template(), addresses.exceptions(), addresses.memoryTemplate(), options(value));
  }

  /** {@code unsafe,bandwidth=100}; none at all if the value is empty or {@code none}. */
  static MoveRequest.Options options(String value) throws SettingException {
    boolean unsafe = false;
    boolean tunnelled = false;
    OptionalLong bandwidth = OptionalLong.empty();
    String words = value.strip().equals("none") ? "" : value.strip();
    for (String word : words.isEmpty() ? new String[0] : words.split(",", -1)) {
      String option = word.strip();
      if (option.equals("unsafe")) {
        unsafe = true;
      } else if (option.equals("tunnelled")) {
        tunnelled = true;
      } else if (option.startsWith("bandwidth=")) {
        bandwidth = OptionalLong.of(bandwidth(value, option.substring("bandwidth=".length())));
      } else {
        throw notAccepted(value, KNOWN);
      }
    }
    return new MoveRequest.Options("", unsafe, tunnelled, bandwidth);
  }

  private static long bandwidth(String value, String number) throws SettingException {
    try {
      long limit = Long.parseLong(number.strip());
      if (limit > 0 && limit <= BANDWIDTH_MAX) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Said below, in the words of whoever set it.
    }
    throw notAccepted(value, "bandwidth=N with N from 1 to " + BANDWIDTH_MAX + " MiB/s");
  }

  private static SettingException notAccepted(String value, String accepted) {
    return SettingException.notAccepted(Setting.MIGRATION_OPTIONS.label(), value, accepted);
  }
}
