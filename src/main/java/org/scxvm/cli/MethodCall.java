package org.scxvm.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.NotedSettings;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.config.SettingSource;
import org.scxvm.config.Settings;
import org.scxvm.definition.ConfiguredFile;
import org.scxvm.definition.DomainFiles;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.ForgottenFolder;
import org.scxvm.folder.SharedFolder;
import org.scxvm.folder.StateFolder;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.noted.BootNote;
import org.scxvm.hypervisor.noted.NotedHypervisors;
import org.scxvm.lastmove.LastMoves;
import org.scxvm.lock.LockException;
import org.scxvm.lock.LockName;
import org.scxvm.lock.ResourceLocks.Held;
import org.scxvm.message.Messages;
import org.scxvm.noop.NoOpMarkers;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;
import org.scxvm.time.MethodLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParseResult;

/** Everything that one call of a subcommand has been given. */
record MethodCall(
    ResourceIdentity identity,
    Settings settings,
    ConfigurationFile file,
    MethodLimit limit,
    Function<Deadline, Cluster> cluster,
    Messages messages,
    Adapters adapters,
    ParseResult words,
    PrintWriter out) {

  private static final Logger LOG = LoggerFactory.getLogger(MethodCall.class);

  /** Whoever waits for the lock in vain still has to say so. */
  private static final Duration LOCK_RESERVE = Duration.ofSeconds(5);

  /** Something that is done with the domains while nobody else does. */
  interface Locked {
    int with(Hypervisors hypervisors);
  }

  /** Does something while every other method that changes the domain is kept out. */
  int locked(String method, Locked body) throws ClusterException, SettingException, LockException {
    String uri = settings.connectUri();
    String state = settings.required(Setting.STATE_DIR);
    mustBeOurs(state);
    Held held =
        adapters.locks(state).acquire(LockName.of(identity.resource()), method, lockLimit());
    try {
      BootNote note = new LockFileNote(held, new AtomicBoolean(held.hasOpenBoot()));
      return body.with(new NotedHypervisors(adapters.hypervisors(), uri, note));
    } finally {
      held.close();
    }
  }

  private Deadline lockLimit() {
    return limit.answer().less(LOCK_RESERVE);
  }

  /** Something that is done while nobody else changes who is watched on this node. */
  interface Registering {
    boolean done() throws SettingException, ClusterException;
  }

  /** Does something about the resources that are watched while nobody else does. */
  boolean registering(String method, Registering body)
      throws ClusterException, SettingException, LockException {
    String state = settings.required(Setting.STATE_DIR);
    mustBeOurs(state);
    try (Held held = adapters.locks(state).acquire(LockName.REGISTRATIONS, method, lockLimit())) {
      LOG.debug("registrations are ours: {}", held);
      return body.done();
    }
  }

  /** The state folder of this node, for use that ends at a deadline. */
  Function<Deadline, StateFolder> state() throws ClusterException, SettingException {
    String path = settings.required(Setting.STATE_DIR);
    return until -> adapters.folders().state(path, until);
  }

  /** Whoever else can write there could take a lock away from its holder. */
  private void mustBeOurs(String state) throws LockException {
    Optional<String> danger;
    try {
      danger = adapters.folders().at(state, limit.answer()).danger(identity.resource() + ".lock");
    } catch (FolderException e) {
      LOG.debug("{} not judged: {}", state, e.words()); // not there yet: it is made for us alone
      return;
    }
    if (danger.isPresent()) {
      throw new LockException("state.dir: " + danger.get(), false);
    }
  }

  /** The note of an open boot, in the lock file. */
  private record LockFileNote(Held held, AtomicBoolean noted) implements BootNote {

    @Override
    public boolean isOpen() {
      return noted.get();
    }

    @Override
    public void open() throws HypervisorException {
      if (!noted.get()) {
        try {
          held.noteOpenBoot(true);
        } catch (LockException e) {
          throw new HypervisorException(Fault.REFUSED, "not asked for: " + e.words());
        }
        noted.set(true);
      }
    }

    @Override
    public void answered() {
      if (noted.getAndSet(false)) {
        try {
          held.noteOpenBoot(false);
        } catch (LockException e) {
          LOG.debug("note of a boot not taken away: {}", e.words());
        }
      }
    }
  }

  /** Notes the settings on this node, for whoever has to know later what they were. */
  void noteSettings() throws SettingException {
    try {
      notedSettings().note(NotedSettings.of(settings));
    } catch (FolderException | ClusterException e) {
      LOG.debug("settings not noted: {}", e.getMessage());
    }
  }

  /** The same call; the domain, and what nobody sets, is as this node noted it last. */
  MethodCall remembering() throws ClusterException, SettingException, LockException {
    mustBeOurs(settings.required(Setting.STATE_DIR));
    Map<String, String> last;
    try {
      last = notedSettings().last().orElse(Map.of());
    } catch (FolderException e) {
      LOG.debug("settings not remembered: {}", e.words());
      last = Map.of();
    }
    Map<String, String> noted = last;
    SettingSource source =
        new SettingSource("noted", setting -> Optional.ofNullable(noted.get(setting.label())));
    return new MethodCall(
        identity,
        settings.orElse(source).naming(source),
        file,
        limit,
        cluster,
        messages,
        adapters,
        words,
        out);
  }

  /** The settings that this node saw last. */
  NotedSettings notedSettings() throws ClusterException, SettingException {
    return new NotedSettings(state().apply(limit.answer()), identity.resource());
  }

  /** What is kept of the resource in the shared folder. */
  DomainFiles files() throws ClusterException, SettingException {
    Optional<ConfiguredFile> config =
        settings
            .config()
            .map(it -> ConfiguredFile.at(it, at -> adapters.folders().at(at, limit.answer())));
    if (!hasRecords()) {
      SharedFolder forgotten = new ForgottenFolder();
      return files(forgotten, config, until -> forgotten);
    }
    String path = settings.domainPathname();
    SharedFolder folder = adapters.folders().at(path, limit.answer());
    return files(folder, config, until -> adapters.folders().at(path, until));
  }

  private DomainFiles files(
      SharedFolder folder, Optional<ConfiguredFile> config, Function<Deadline, SharedFolder> late) {
    return new DomainFiles(
        new SavedDefinitions(folder, identity.resource(), config),
        new NoOpMarkers(folder, identity.resource()),
        new OwnerRecords(folder, identity.resource()),
        new LastMoves(late, identity.resource()));
  }

  /** Whether records are kept: only a resource with a definition of its own can be without. */
  boolean hasRecords() throws ClusterException, SettingException {
    return settings.config().isEmpty() || settings.find(Setting.DOMAIN_PATHNAME).isPresent();
  }
}
