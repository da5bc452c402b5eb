package org.scxvm.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.StateFolder;
import org.scxvm.resource.ResourceName;

/**
 * The settings of a resource as this node saw them last, in {@code <resource>.settings} of the
 * state folder: the cluster manager says that something has changed, but not what.
 */
public final class NotedSettings {

  private final StateFolder state;
  private final String file;

  /**
   * Opens the note of a resource.
   *
   * @param state the state folder of this node
   */
  public NotedSettings(StateFolder state, ResourceName resource) {
    this.state = state;
    this.file = resource + ".settings";
  }

  /** All settings that have a value now, by the name that an administrator knows. */
  public static Map<String, String> of(Settings settings) throws ClusterException {
    Map<String, String> values = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      settings.find(setting).ifPresent(value -> values.put(setting.label(), value));
    }
    return values;
  }

  /** What was noted last; empty if nothing was since this node booted. */
  public Optional<Map<String, String>> last() throws FolderException {
    return state.read(file).map(NotedSettings::parsed);
  }

  public void note(Map<String, String> values) throws FolderException {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    state.make();
    state.write(file, text.toString());
  }

  private static Map<String, String> parsed(String text) {
    Map<String, String> values = new TreeMap<>();
    text.lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> values.put(pair[0], pair[1]));
    return values;
  }
}
