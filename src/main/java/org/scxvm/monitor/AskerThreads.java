package org.scxvm.monitor;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.scxvm.cluster.Recovery;
import org.scxvm.watched.Registration;

/** One thread for what is told, in its order; one for each question, which may take minutes. */
final class AskerThreads implements Askers {

  private final AskCluster cluster;
  private final Function<Registration, Reach> reaches;
  private final Notes notes;
  private final Executor teller = Threads.one("telling");
  private final Executor askers = Threads.many("asking");

  /**
   * Speaks with the cluster manager.
   *
   * @param reaches the lines over which domains are looked at
   */
  AskerThreads(AskCluster cluster, Function<Registration, Reach> reaches, Notes notes) {
    this.cluster = cluster;
    this.reaches = reaches;
    this.notes = notes;
  }

  @Override
  public void count(Registration registration) {
    String id = registration.id();
    Note nothing = new Note.Counted(id, Optional.empty());
    askers.execute(
        Threads.answering(
            notes, nothing, () -> new Note.Counted(id, cluster.restarts(registration))));
  }

  @Override
  public void recover(Registration registration, Recovery recovery, Finding why) {
    String id = registration.id();
    Reach reach = reaches.apply(registration);
    Note nothing = new Note.Answered(id, recovery, Asked.BUSY);
    askers.execute(
        Threads.answering(
            notes,
            nothing,
            () ->
                new Note.Answered(
                    id, recovery, cluster.recover(registration, recovery, why, reach))));
  }

  @Override
  public void tell(Registration registration, Deed.Tell what) {
    teller.execute(() -> cluster.tell(registration, what));
  }
}
