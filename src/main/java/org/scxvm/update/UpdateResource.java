package org.scxvm.update;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scxvm.config.NotedSettings;
import org.scxvm.folder.FolderException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.resource.ResourceName;

/**
 * Says what an administrator has changed. Nothing else is to be done: each method reads the
 * settings that are in force when it runs.
 */
public final class UpdateResource {

  private static final String NOTHING = "nothing";

  private final NotedSettings noted;
  private final Messages messages;

  public UpdateResource(NotedSettings noted, Messages messages) {
    this.noted = noted;
    this.messages = messages;
  }

  /**
   * Compares with what was noted last, and notes what is in force now.
   *
   * @param now the settings that have a value, by name
   * @return whether the comparison could be made and kept
   */
  public boolean update(ResourceName resource, Map<String, String> now) {
    try {
      Optional<Map<String, String>> before = noted.last();
      noted.note(now);
      if (before.isPresent()) {
        tell(resource, before.get(), now);
      } else {
        messages.say(AgentMessage.SETTINGS_NOT_KNOWN_BEFORE, resource);
      }
      return true;
    } catch (FolderException e) {
      messages.sayWithCause(AgentMessage.SETTINGS_NOT_NOTED, e.words(), resource);
      return false;
    }
  }

  private void tell(ResourceName resource, Map<String, String> before, Map<String, String> now) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    names.removeIf(name -> valueIn(before, name).equals(valueIn(now, name)));
    if (names.isEmpty()) {
      messages.say(AgentMessage.NO_SETTING_CHANGED, resource);
    }
    for (String name : names) {
      messages.say(
          AgentMessage.SETTING_CHANGED,
          name,
          resource,
          valueIn(before, name).orElse(NOTHING),
          valueIn(now, name).orElse(NOTHING));
    }
  }

  private static Optional<String> valueIn(Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name));
  }
}
