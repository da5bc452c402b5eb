package org.scxvm.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scxvm.resource.NodeName;

/** The configuration file of a node, checked as a whole when it is read. */
public final class ConfigurationFile implements SettingSource.Lookup {

  /** No file, nothing set. */
  public static final ConfigurationFile NONE = new ConfigurationFile(Map.of(), Map.of());

  private static final String PEER_PREFIX = "peer.uri.";

  private final Map<String, String> values;
  private final Map<NodeName, String> peers;

  private ConfigurationFile(Map<String, String> values, Map<NodeName, String> peers) {
    this.values = values;
    this.peers = peers;
  }

  /**
   * Checks the keys of a file.
   *
   * @throws SettingException a key is not known
   */
  public static ConfigurationFile of(String path, Map<String, String> entries)
      throws SettingException {
    Map<String, String> values = new HashMap<>();
    Map<NodeName, String> peers = new HashMap<>();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      String key = entry.getKey();
      if (key.startsWith(PEER_PREFIX)) {
        peers.put(node(path, key), entry.getValue().strip());
      } else if (!isKnown(key)) {
        throw new SettingException(
            path + ": key " + key + " is not known: expected one of " + knownKeys());
      } else {
        values.put(key, entry.getValue().strip());
      }
    }
    return new ConfigurationFile(Map.copyOf(values), Map.copyOf(peers));
  }

  @Override
  public Optional<String> find(Setting setting) {
    return setting
        .key()
        .flatMap(key -> Optional.ofNullable(values.get(key)))
        .filter(value -> !value.isEmpty());
  }

  /** The peer URIs of nodes that the template does not fit. */
  public Map<NodeName, String> peers() {
    return peers;
  }

  private static boolean isKnown(String key) {
    for (Setting setting : Setting.values()) { // a stream here would be the first of a probe
      if (setting.key().equals(Optional.of(key))) {
        return true;
      }
    }
    return false;
  }

  private static NodeName node(String path, String key) throws SettingException {
    try {
      return new NodeName(key.substring(PEER_PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new SettingException(path + ": key " + key + ": " + e.getMessage());
    }
  }

  private static Set<String> knownKeys() {
    Set<String> keys = new TreeSet<>();
    Arrays.stream(Setting.values()).forEach(setting -> setting.key().ifPresent(keys::add));
    keys.add(PEER_PREFIX + "NODE");
    return keys;
  }
}
