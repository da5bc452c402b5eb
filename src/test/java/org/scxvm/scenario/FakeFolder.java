package org.scxvm.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.scxvm.folder.FolderCondition;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.SharedFolder;
import org.scxvm.folder.SharedFolders;
import org.scxvm.folder.StateFolder;
import org.scxvm.folder.Storage;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/**
 * The shared folder, in memory.
 *
 * <pre>
 * folder = works
 * folder = hangs
 * folder = fails: WORDS
 * folder = cannot be written: WORDS
 * folder cannot write = NAME: WORDS    one file, by the end of its name
 * folder danger = WORDS            others could have put a file there
 * folder is = a folder             (also: not there, a file)
 * folder type = nfs4               the type of its file system
 * </pre>
 */
final class FakeFolder implements SharedFolders {

  static final String PATH = "/shared/vm1";

  /** The adapter gives up a call into the folder then. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private static final String WORKS = "works";
  private static final String HANGS = "hangs";
  private static final String FAILS = "fails: ";
  private static final String READ_ONLY = "cannot be written: ";

  private final World world;
  private final TreeMap<String, String> files = new TreeMap<>();
  private String mode = WORKS;
  private String kind = "a folder";
  private String fileSystem = "nfs4";
  private Optional<String> danger = Optional.empty();
  private Optional<String> refused = Optional.empty();

  FakeFolder(World world) {
    this.world = world;
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "folder cannot write" -> refused = Optional.of(value);
      case "folder danger" -> danger = Optional.of(value);
      case "folder is" -> kind = value;
      case "folder type" -> fileSystem = value;
      case "folder" -> setMode(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void setMode(String value) {
    if (!value.equals(WORKS)
        && !value.equals(HANGS)
        && !value.startsWith(FAILS)
        && !value.startsWith(READ_ONLY)) {
      throw new IllegalArgumentException("no state of a folder: " + value);
    }
    mode = value;
  }

  /** The records in it, as nobody of this story touches them. */
  OwnerRecords owners() {
    return new OwnerRecords(new PlainFolder(files), World.RESOURCE);
  }

  /** What is in it before the agent comes. */
  void put(String name, String text) {
    files.put(name, text);
  }

  /** Whether every Start asks that node: the record names it, or says that some node boots it. */
  boolean points(NodeName node) {
    try {
      return owners().find() instanceof FoundOwner.Known known
          && (known.record().ownership() instanceof Ownership.Starting
              || known.record().ownership().nodes().contains(node));
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  String names() {
    return files.isEmpty() ? "none" : String.join(" ", files.keySet());
  }

  @Override
  public SharedFolder at(String path, Deadline deadline) {
    return new Opened(path, deadline);
  }

  @Override
  public StateFolder state(String path, Deadline deadline) {
    throw new AssertionError("the state folder of a node is not the shared one");
  }

  @Override
  public FolderCondition inspect(String path, Deadline deadline) throws FolderException {
    new Opened(path, deadline).touch("inspect", false);
    return switch (kind) {
      case "not there" -> new FolderCondition.NotThere();
      case "a file" -> new FolderCondition.NoFolder();
      case "a folder" ->
          new FolderCondition.Folder(
              !mode.startsWith(READ_ONLY), Storage.of(fileSystem), fileSystem);
      default -> throw new IllegalArgumentException("no folder is " + kind);
    };
  }

  private final class Opened implements SharedFolder {
    private final String path;
    private final Deadline deadline;

    Opened(String path, Deadline deadline) {
      this.path = path;
      this.deadline = deadline;
    }

    @Override
    public Optional<String> read(String name) throws FolderException {
      touch("read " + name, false);
      return Optional.ofNullable(files.get(name));
    }

    @Override
    public void write(String name, String text) throws FolderException {
      touch("write " + name, true);
      files.put(name, text);
      world.story().add("folder", "write " + name + ": " + summary(text));
    }

    @Override
    public void rename(String name, String newName) throws FolderException {
      touch("rename " + name, true);
      if (!files.containsKey(name)) {
        throw failed("rename " + name + ": no such file");
      }
      files.put(newName, String.valueOf(files.remove(name)));
      world.story().add("folder", "rename " + name + " to " + newName);
    }

    @Override
    public void remove(String name) throws FolderException {
      touch("remove " + name, true);
      files.remove(name);
      world.story().add("folder", "remove " + name);
    }

    @Override
    public String path() {
      return path;
    }

    Opened until(Deadline limit) {
      return new Opened(path, deadline.earlier(limit));
    }

    @Override
    public Generations generations(String stem) {
      return new Numbered(this, new PlainGenerations(files, stem));
    }

    @Override
    public Optional<String> danger(String name) throws FolderException {
      touch("check " + name, false);
      return danger;
    }

    private void tell(String words) {
      world.story().add("folder", words);
    }

    private void touch(String what, boolean changes) throws FolderException {
      world.assertFolderMayBeTouched(what);
      world.time().countCall();
      Deadline limit = deadline.within(CALL_LIMIT);
      world.time().sleepUntil(limit.remaining(), () -> !mode.equals(HANGS));
      if (mode.equals(HANGS) || limit.hasPassed()) {
        throw failed(what + ": gave no answer in time");
      }
      if (mode.startsWith(FAILS)) {
        throw failed(what + ": " + mode.substring(FAILS.length()));
      }
      if (changes && refused.isPresent()) {
        String[] file = refused.get().split(": ", 2);
        if (what.endsWith(file[0])) {
          throw failed(what + ": " + file[1]);
        }
      }
      if (changes && mode.startsWith(READ_ONLY)) {
        throw failed(what + ": " + mode.substring(READ_ONLY.length()));
      }
      if (changes) {
        world.acted();
      }
    }

    private FolderException failed(String words) {
      world.story().add("folder", words);
      return new FolderException(words);
    }
  }

  /** Numbered files, with the folder's faults. */
  private record Numbered(Opened folder, PlainGenerations plain) implements Generations {

    @Override
    public Generations within(Deadline limit) {
      return new Numbered(folder.until(limit), plain);
    }

    @Override
    public Optional<Generation> newest() throws FolderException {
      folder.touch("read " + plain.stem(), false);
      return plain.newest();
    }

    @Override
    public boolean publish(Generation next) throws FolderException {
      String name = plain.stem() + "." + next.number();
      folder.touch("publish " + name, true);
      boolean won = plain.publish(next);
      folder.tell("publish " + name + ": " + (won ? summary(next.text()) : "taken"));
      return won;
    }

    @Override
    public String pathOf(long number) {
      return plain.pathOf(number);
    }
  }

  private static String summary(String text) {
    if (text.startsWith("scxvm-")) {
      return text.strip().replace("\n", ", ");
    }
    return DefinitionText.summary(text);
  }
}
