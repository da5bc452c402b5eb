package org.scxvm.cli;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.config.Settings;
import org.scxvm.definition.DomainFiles;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.SharedFolder;
import org.scxvm.lock.LockException;
import org.scxvm.lock.ResourceLocks.Held;
import org.scxvm.message.Messages;
import org.scxvm.noop.NoOpMarkers;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;
import org.scxvm.time.MethodLimit;

/** Everything that one call of a callback has been given. */
record MethodCall(
    ResourceIdentity identity,
    Settings settings,
    ConfigurationFile file,
    MethodLimit limit,
    Function<Deadline, Cluster> cluster,
    Messages messages,
    Adapters adapters) {

  /** Whoever waits for the lock in vain still has to say so. */
  private static final Duration LOCK_RESERVE = Duration.ofSeconds(5);

  /** Does something while every other method that changes the domain is kept out. */
  int locked(String method, IntSupplier body)
      throws ClusterException, SettingException, LockException {
    Deadline deadline = limit.answer();
    Held held =
        adapters
            .locks(settings.required(Setting.STATE_DIR))
            .acquire(identity.resource(), method, deadline.less(LOCK_RESERVE).earlier(deadline));
    try {
      return body.getAsInt();
    } finally {
      held.close();
    }
  }

  /** What is kept of the resource in the shared folder. */
  DomainFiles files() throws ClusterException, SettingException {
    SharedFolder folder = adapters.folders().at(settings.domainPathname(), limit.answer());
    return new DomainFiles(
        new SavedDefinitions(folder, identity.resource()),
        new NoOpMarkers(folder, identity.resource()));
  }
}
