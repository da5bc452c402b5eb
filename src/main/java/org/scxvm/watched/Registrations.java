package org.scxvm.watched;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.StateFolder;
import org.scxvm.resource.ResourceName;

/**
 * The resources that this node's fault monitor has to watch: {@code <resource>.<id>.watched} in the
 * state folder, so that their names alone tell whether anything has changed.
 */
public final class Registrations {

  private static final String ENDING = ".watched";

  private final StateFolder state;
  private final String boot;

  /**
   * Opens them.
   *
   * @param state the state folder of this node
   * @param boot how all ids of this boot of the machine begin: what was registered before it is
   *     forgotten, should the folder have survived; empty where the machine does not tell
   */
  public Registrations(StateFolder state, String boot) {
    this.state = state;
    this.boot = boot;
  }

  /** As long as it says the same, nobody has come or gone. */
  public String lastChange() throws FolderException {
    return state.lastChange();
  }

  /** The ids of all. */
  public Set<String> ids() throws FolderException {
    Set<String> ids = new TreeSet<>();
    for (String file : state.list(ENDING)) {
      if (isOfThisBoot(file)) {
        ids.add(idOf(file));
      }
    }
    return ids;
  }

  private boolean isOfThisBoot(String file) {
    return idOf(file).startsWith(boot);
  }

  /** One of them; empty if it is gone, damaged, or of another version of the agent. */
  public Optional<Registration> find(String id) throws FolderException {
    for (String file : state.list("." + id + ENDING)) {
      return state.read(file).flatMap(Registration::parse);
    }
    return Optional.empty();
  }

  /** The one of a resource; empty if it is not watched. */
  public Optional<Registration> of(ResourceName resource) throws FolderException {
    for (String file : filesOf(resource)) {
      return state.read(file).flatMap(Registration::parse);
    }
    return Optional.empty();
  }

  /** Adds one in the place of any other of its resource. */
  public void add(Registration registration) throws FolderException {
    List<String> before = filesOf(registration.resource());
    state.write(fileOf(registration), registration.text());
    for (String file : state.list(ENDING)) {
      if (before.contains(file) || !isOfThisBoot(file)) {
        state.remove(file);
      }
    }
  }

  /** Removes what there is of a resource. */
  public void remove(ResourceName resource) throws FolderException {
    for (String file : filesOf(resource)) {
      state.remove(file);
    }
  }

  private List<String> filesOf(ResourceName resource) throws FolderException {
    List<String> files = new ArrayList<>();
    for (String file : state.list(ENDING)) {
      if (file.equals(resource + "." + idOf(file) + ENDING)) {
        files.add(file);
      }
    }
    return files;
  }

  private static String fileOf(Registration registration) {
    return registration.resource() + "." + registration.id() + ENDING;
  }

  private static String idOf(String file) {
    String stem = file.substring(0, file.length() - ENDING.length());
    return stem.substring(stem.lastIndexOf('.') + 1);
  }
}
