package org.scxvm.worlds;

import java.util.List;
import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.SharedFolder;
import org.scxvm.scenario.PlainFolder;

/** The shared folder, as one process finds it. */
final class WorldFolder implements SharedFolder {

  static final String READ_NEWEST = "newest ";

  private final AgentProcess agent;
  private final PlainFolder plain;

  WorldFolder(AgentProcess agent) {
    this.agent = agent;
    this.plain = new PlainFolder(agent.world().files());
  }

  /** What is done with the plain folder. */
  private interface Deed {
    Object with(PlainFolder folder) throws FolderException;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Optional<String> read(String name) throws FolderException {
    return (Optional<String>) call(CallKind.READ, name, folder -> folder.read(name));
  }

  @Override
  public void write(String name, String text) throws FolderException {
    change(
        "write " + name,
        List.of(name),
        folder -> {
          folder.write(name, text);
          return true;
        });
  }

  @Override
  public void rename(String name, String newName) throws FolderException {
    change(
        "rename " + name,
        List.of(name, newName),
        folder -> {
          folder.rename(name, newName);
          return true;
        });
  }

  @Override
  public void remove(String name) throws FolderException {
    change(
        "remove " + name,
        List.of(name),
        folder -> {
          folder.remove(name);
          return true;
        });
  }

  @Override
  public Optional<String> danger(String name) {
    return Optional.empty();
  }

  @Override
  public Generations generations(String stem) {
    return new Numbered(stem);
  }

  @Override
  public String path() {
    return plain.path();
  }

  private void change(String what, List<String> names, Deed deed) throws FolderException {
    call(
        CallKind.WRITE,
        what,
        folder -> {
          names.forEach(agent.world()::remember);
          agent.world().changed();
          return deed.with(folder);
        });
  }

  private Object call(CallKind kind, String name, Deed deed) throws FolderException {
    try {
      return agent.call(
          new AgentProcess.Call(kind, name, List.of()), way -> answered(way, name, deed));
    } catch (FolderException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Object answered(Way way, String name, Deed deed) throws FolderException {
    if (way == Way.Plain.FOLDER_GOES_DOWN) {
      agent.world().setFolderDown(true);
    }
    if (agent.world().isFolderDown() || way == Way.Plain.NO_ANSWER) {
      throw new FolderException(name + ": no answer");
    }
    if (way == Way.Plain.OLD_TEXT) {
      return agent.world().earlierText(name).orElseThrow();
    }
    Object value = deed.with(plain);
    if (way == Way.Plain.ANSWER_LOST) {
      throw new FolderException(name + ": answer lost");
    }
    return way == Way.Plain.WON_BUT_DENIED ? false : value;
  }

  /** Numbered texts of it. */
  private final class Numbered implements Generations {
    private final String stem;

    Numbered(String stem) {
      this.stem = stem;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<Generation> newest() throws FolderException {
      String name = READ_NEWEST + stem;
      try {
        return (Optional<Generation>)
            agent.call(
                new AgentProcess.Call(CallKind.READ, name, List.of()), way -> newest(way, name));
      } catch (FolderException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private Object newest(Way way, String name) throws FolderException {
      Optional<Generation> newest = plain.generations(stem).newest();
      if (way == Way.Plain.RECORD_DAMAGED && newest.isPresent()) {
        agent.world().damageRecord(stem + "." + newest.get().number());
        newest = plain.generations(stem).newest();
      }
      Optional<Generation> found = newest;
      if (way == Way.Plain.OLD_TEXT) {
        return found.flatMap(this::before);
      }
      return answered(way, name, folder -> found);
    }

    /** A folder that is seen through a cache: the newest file is not there yet. */
    private Optional<Generation> before(Generation newest) {
      long number = newest.number() - 1;
      return Optional.ofNullable(agent.world().files().get(stem + "." + number))
          .map(text -> new Generation(number, text));
    }

    @Override
    public boolean publish(Generation next) throws FolderException {
      String what = "publish " + next.number();
      return (Boolean)
          call(
              CallKind.PUBLISH,
              agent.world().isTraced() ? what + " " + summary(next.text()) : what,
              folder -> {
                boolean won = folder.generations(stem).publish(next);
                if (won) {
                  agent.world().remember(READ_NEWEST + stem);
                  agent.world().changed();
                }
                return won;
              });
    }

    @Override
    public String pathOf(long number) {
      return plain.path() + "/" + stem + "." + number;
    }
  }

  private static String summary(String text) {
    int from = text.indexOf("phase=");
    int to = text.indexOf("\ntime=");
    return from < 0 || to < 0 ? text : text.substring(from, to).replace('\n', ' ');
  }
}
