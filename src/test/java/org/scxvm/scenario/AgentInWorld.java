package org.scxvm.scenario;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.scxvm.cli.Adapters;
import org.scxvm.cli.AgentCommandLine;
import org.scxvm.cli.Reporting;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.NoSupervision;
import org.scxvm.cluster.Supervision;
import org.scxvm.commandlog.CommandLogs;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.LogTarget;
import org.scxvm.config.SettingException;
import org.scxvm.folder.FolderCondition;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.folder.SharedFolders;
import org.scxvm.folder.StateFolder;
import org.scxvm.host.Host;
import org.scxvm.host.HostFiles;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.WatchedHypervisors;
import org.scxvm.lock.LockException;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.message.Messages;
import org.scxvm.process.Commands;
import org.scxvm.time.Deadline;
import org.scxvm.time.ProcessTime;
import org.scxvm.time.Time;

/**
 * The whole agent, from its command line on, in a simulated world. The resource {@code vm1-rs} has
 * the usual properties; the given half can set others.
 */
public final class AgentInWorld implements Adapters {

  private static final String USUAL =
      """
      property Domain_name = vm1
      property Domain_pathname = /shared/vm1
      """;

  private static final String STATE_DIR = "/var/run/scxvm";

  private final World world;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> idents = new ArrayList<>();
  private final List<Set<LogTarget>> targets = new ArrayList<>();
  private final List<String> locksTaken = new ArrayList<>();
  private final AtomicBoolean openBoot = new AtomicBoolean();
  private final Map<String, String> stateFiles = new TreeMap<>();
  private StateFolder stateFolder = new PlainFolder(stateFiles);
  private Optional<String> lockHolder = Optional.empty();
  private Optional<Commands> programs = Optional.empty();
  private Optional<RuntimeException> unforeseen = Optional.empty();
  private Map<String, String> configuration = Map.of();
  private Duration processStart = Duration.ZERO;
  private int debugLevel = -1;
  private boolean clusterAsked;

  /** An agent in a world as the lines of a given half say. */
  public AgentInWorld(String... given) {
    this.world = World.of(Given.parse(USUAL + String.join("\n", given)));
  }

  /** Whether anything at all was changed. */
  public boolean hasActed() {
    return world.hasActed();
  }

  /** Something about the cluster is another from now on: a line of a given half. */
  public AgentInWorld changed(String line) {
    world.change(line);
    return this;
  }

  /** Lines of the configuration file. */
  public AgentInWorld configured(Map<String, String> entries) {
    configuration = Map.copyOf(entries);
    return this;
  }

  /** Somebody else holds the lock of the resource, for ever. */
  public AgentInWorld lockedBy(String holder) {
    lockHolder = Optional.of(holder);
    return this;
  }

  /** There are programs to be run. */
  public AgentInWorld withPrograms(Commands there) {
    programs = Optional.of(there);
    return this;
  }

  /** The state folder of this node cannot be used. */
  public AgentInWorld stateFolderFails(String words) {
    stateFolder = new BrokenFolder(words);
    return this;
  }

  /** The hypervisor throws what nobody foresaw. */
  public AgentInWorld unforeseen(RuntimeException thrown) {
    unforeseen = Optional.of(thrown);
    return this;
  }

  /** What stands in the command log of this node; the last line may have no line end. */
  public AgentInWorld logged(List<String> lines, boolean unfinished) {
    world.commandLog().write(lines, unfinished);
    return this;
  }

  /** Runs the agent; returns its exit status. */
  public int run(String... words) {
    processStart = world.time().sinceStart();
    PrintWriter outWriter = new PrintWriter(out);
    PrintWriter errWriter = new PrintWriter(err);
    int status = new AgentCommandLine(this, () -> "1.2.3").run(outWriter, errWriter, words);
    outWriter.flush();
    errWriter.flush();
    return status;
  }

  public String story() {
    return world.story().text();
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  /** The names of the files in the shared folder. */
  public String fileNames() {
    return world.folder().names();
  }

  /** What the files of the state folder hold, by their names. */
  public Map<String, String> stateFiles() {
    return stateFiles;
  }

  /** Whether the domain is active on this node now. */
  public boolean isActiveHere() {
    return world.here().domain().isActive();
  }

  /** The seconds that have passed. */
  public long seconds() {
    return world.time().sinceStart().toSeconds();
  }

  /** What stands before each line in syslog, as it was opened, in order. */
  public List<String> idents() {
    return List.copyOf(idents);
  }

  /** Where messages were to go, in order. */
  public List<Set<LogTarget>> targets() {
    return List.copyOf(targets);
  }

  /** Each lock that was taken, and given back. */
  public List<String> locksTaken() {
    return List.copyOf(locksTaken);
  }

  /** The debug level that was asked for; -1 if none was. */
  public int debugLevel() {
    return debugLevel;
  }

  /** Whether anybody has asked the cluster anything. */
  public boolean wasClusterAsked() {
    return clusterAsked;
  }

  @Override
  public Time time() {
    return new ProcessTime(world.time(), processStart);
  }

  @Override
  public ConfigurationFile configuration() throws SettingException {
    return ConfigurationFile.of("scxvm.conf", configuration);
  }

  @Override
  public Reporting reporting() {
    return new Reporting() {
      @Override
      public Messages open(String ident, Set<LogTarget> wanted, PrintWriter ignored) {
        idents.add(ident);
        targets.add(Set.copyOf(wanted));
        return world.messages();
      }

      @Override
      public void debug(int level, Messages messages) {
        debugLevel = level;
      }
    };
  }

  @Override
  public Clusters clusters(String bin) {
    clusterAsked = true;
    return world.cluster();
  }

  @Override
  public Hypervisors hypervisors() {
    unforeseen.ifPresent(
        thrown -> {
          throw thrown;
        });
    return world;
  }

  @Override
  public WatchedHypervisors watchedHypervisors() {
    throw new AssertionError("the resident monitor has its own tests");
  }

  @Override
  public Supervision supervision(String bin, Deadline deadline) {
    return new NoSupervision();
  }

  @Override
  public ProcessIdentity self() {
    return new ProcessIdentity(4711, 1);
  }

  @Override
  public Commands commands() {
    return programs.orElseThrow(() -> new AssertionError("no program is run in this world"));
  }

  @Override
  public SharedFolders folders() {
    return new SharedFolders() {
      @Override
      public SharedFolder at(String path, Deadline deadline) {
        return path.equals(STATE_DIR) ? stateFolder : world.folder().at(path, deadline);
      }

      @Override
      public StateFolder state(String path, Deadline deadline) {
        return stateFolder;
      }

      @Override
      public FolderCondition inspect(String path, Deadline deadline) throws FolderException {
        return world.folder().inspect(path, deadline);
      }
    };
  }

  @Override
  public CommandLogs commandLogs() {
    return world.commandLog();
  }

  @Override
  public Host host() {
    return world.host();
  }

  @Override
  public HostFiles hostFiles() {
    return world.host();
  }

  @Override
  public ResourceLocks locks(String stateDir) {
    return (resource, method, deadline) -> {
      String lock = stateDir + " " + resource + " " + method;
      if (lockHolder.isPresent()) {
        world.time().sleep(deadline.remaining());
        throw new LockException("held by process " + lockHolder.get(), true);
      }
      locksTaken.add("take " + lock);
      return new HeldInWorld(locksTaken, openBoot, lock);
    };
  }

  /** The note of an open boot outlives each run, as the lock file does. */
  private record HeldInWorld(List<String> locksTaken, AtomicBoolean openBoot, String lock)
      implements ResourceLocks.Held {
    @Override
    public boolean hasOpenBoot() {
      return openBoot.get();
    }

    @Override
    public void noteOpenBoot(boolean isOpen) {
      openBoot.set(isOpen);
      locksTaken.add("open boot: " + isOpen);
    }

    @Override
    public void close() {
      locksTaken.add("free " + lock);
    }
  }
}
