package org.scxvm.monitor;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainProcesses;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.WatchedHypervisors;
import org.scxvm.time.Time;
import org.scxvm.watched.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for the looks at each hypervisor, and one for each check of a guest. */
final class LookoutThreads implements Lookouts {

  private static final Logger LOG = LoggerFactory.getLogger(LookoutThreads.class);
  private static final Duration LOOK_AT_ALL_LIMIT = Duration.ofSeconds(10);

  private final WatchedHypervisors hypervisors;
  private final CheckGuest guests;
  private final Notes notes;
  private final Time time;
  private final Map<String, Lookout> lookouts = new ConcurrentHashMap<>();
  private final Executor checkers = Threads.many("check of a guest");

  LookoutThreads(WatchedHypervisors hypervisors, CheckGuest guests, Notes notes, Time time) {
    this.hypervisors = hypervisors;
    this.guests = guests;
    this.notes = notes;
    this.time = time;
  }

  /** Who looks at one hypervisor. */
  private record Lookout(Reach reach, ExecutorService thread) {}

  @Override
  public void connect(String uri) {
    Reach reach = new Reach(uri, hypervisors.at(uri), notes, time);
    lookouts.put(uri, new Lookout(reach, Threads.one("looks at " + uri)));
    reach.open();
  }

  @Override
  public void disconnect(String uri) {
    Lookout gone = lookout(uri);
    lookouts.remove(uri);
    gone.reach().close();
    gone.thread().shutdown();
  }

  private Lookout lookout(String uri) {
    return Optional.ofNullable(lookouts.get(uri)).orElseThrow();
  }

  @Override
  public void look(Registration registration) {
    Lookout lookout = lookout(registration.connectUri());
    String unforeseen = "nobody foresaw what happened";
    Note unseen =
        new Note.Seen(
            registration.id(),
            new Sighting(new Answer.Silent(unforeseen), new ProcessSighting.NoAnswer(unforeseen)),
            Optional.empty());
    lookout
        .thread()
        .execute(Threads.answering(notes, unseen, () -> seen(registration, lookout.reach())));
  }

  /** The process first: should it be another one after the look, the next beat will tell. */
  private Note seen(Registration registration, Reach reach) {
    Optional<ProcessIdentity> process = processes(registration).of(registration.domain());
    return new Note.Seen(registration.id(), reach.look(registration.domain()), process);
  }

  /** Where one question for all gets no answer, each domain is looked at by itself. */
  @Override
  public void lookAtAll(String uri) {
    Lookout lookout = lookout(uri);
    Note nothing = new Note.AllSeen(uri, Map.of());
    lookout
        .thread()
        .execute(Threads.answering(notes, nothing, () -> allSeen(uri, lookout.reach())));
  }

  private static Note allSeen(String uri, Reach reach) {
    try {
      Optional<Map<String, Answer>> answers =
          reach.ask(LOOK_AT_ALL_LIMIT, (line, deadline) -> line.lookAtAll(deadline));
      return new Note.AllSeen(uri, answers.orElseGet(Map::of));
    } catch (HypervisorException e) {
      LOG.debug("{} not looked at as a whole: {}", uri, e.words());
      return new Note.AllSeen(uri, Map.of());
    }
  }

  @Override
  public void check(Registration registration) {
    Reach reach = reach(registration);
    Note nothing = new Note.Checked(registration.id(), 0, "not checked");
    checkers.execute(Threads.answering(notes, nothing, () -> guests.check(registration, reach)));
  }

  @Override
  public void awaitEnd(Registration registration, ProcessIdentity process) {
    processes(registration)
        .awaitEnd(process, () -> notes.add(new Note.Ended(registration.id(), process)));
  }

  @Override
  public ProcessCondition condition(Registration registration, ProcessIdentity process) {
    return processes(registration).condition(process);
  }

  private DomainProcesses processes(Registration registration) {
    return hypervisors.at(registration.connectUri()).processes();
  }

  /** The line over which a domain is looked at. */
  Reach reach(Registration registration) {
    return lookout(registration.connectUri()).reach();
  }
}
