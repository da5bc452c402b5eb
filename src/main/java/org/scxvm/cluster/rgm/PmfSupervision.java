package org.scxvm.cluster.rgm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Supervision;
import org.scxvm.process.Commands;
import org.scxvm.process.Commands.Ended;
import org.scxvm.time.Deadline;

/**
 * {@code pmfadm}: the Process Monitor Facility keeps the monitor running. Not verified: no RGM
 * here.
 */
public final class PmfSupervision implements Supervision {

  private static final String PMFADM = "pmfadm";

  /** One for the node, whatever the number of resources. */
  private static final String TAG = "scxvm,monitor,0.mon";

  /** So long the monitor has to end by itself; it has nothing to finish. */
  private static final String TERM_SECONDS = "5";

  private static final String KILL_SECONDS = "10";

  private final ClusterCommand command;
  private final Monitor monitor;

  /**
   * What is run.
   *
   * @param wrapper the wrapper that becomes the monitor
   * @param environment what it needs of the caller's
   */
  public record Monitor(String wrapper, Map<String, String> environment) {}

  /**
   * Uses the commands of a folder.
   *
   * @param folder where the commands are
   */
  public PmfSupervision(Commands commands, String folder, Monitor monitor, Deadline deadline) {
    this.command = new ClusterCommand(commands, folder, deadline);
    this.monitor = monitor;
  }

  @Override
  public boolean isRunning() throws ClusterException {
    return command.run(PMFADM, "-q", TAG).status() == 0;
  }

  /**
   * For ever, because without a monitor nobody would look; and only the first process counts, or a
   * command that is still running would keep the monitor from being started again.
   */
  @Override
  public void start() throws ClusterException {
    List<String> words = new ArrayList<>(List.of("-c", TAG, "-n", "-1", "-C", "0"));
    monitor.environment().forEach((name, value) -> words.addAll(List.of("-e", name + "=" + value)));
    words.add(monitor.wrapper());
    run(words.toArray(new String[0]));
  }

  @Override
  public void stop() throws ClusterException {
    if (command.run(PMFADM, "-s", TAG, "-w", TERM_SECONDS, "TERM").status() != 0 && isRunning()) {
      run("-s", TAG, "-w", KILL_SECONDS, "KILL");
    }
  }

  private void run(String... words) throws ClusterException {
    Ended ended = command.run(PMFADM, words);
    if (ended.status() != 0) {
      throw ClusterCommand.failed(ended, PMFADM, words);
    }
  }
}
