package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.NotedSettings;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import org.scxvm.update.UpdateResource;

/**
 * {@code update}. It never waits for another method of the resource. Only the fault monitor has to
 * be told.
 */
final class UpdateCallback implements ResourceCommand {

  @Override
  public String name() {
    return "update";
  }

  @Override
  public String description() {
    return "Logs which settings of the resource have changed; they are in force already.";
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    boolean told =
        new UpdateResource(call.notedSettings(), call.messages())
            .update(call.identity().resource(), NotedSettings.of(call.settings()));
    return MonitorStartCallback.refresh(name(), call) && told
        ? ExitStatus.SUCCESS
        : ExitStatus.FAILURE;
  }
}
