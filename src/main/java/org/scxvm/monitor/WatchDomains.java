package org.scxvm.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.message.MonitorMessage;
import org.scxvm.watched.Beat;
import org.scxvm.watched.Registration;
import org.scxvm.watched.Registrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fault monitor of a node: one thread that knows everything and waits for nobody. Whatever may
 * take long is done by others and comes back as a note. An event never says what has happened, only
 * that it is worth looking.
 */
final class WatchDomains {

  private static final Logger LOG = LoggerFactory.getLogger(WatchDomains.class);

  /** How soon a registration is seen that came or went. */
  static final Duration TICK = Duration.ofSeconds(1);

  private final Ground ground;
  private final WatchFiles files;
  private final Lookouts lookouts;
  private final Askers askers;
  private final Map<String, Post> posts = new HashMap<>();
  private final Map<String, Duration> nextLookAtAll = new HashMap<>();
  private String takenUp = "";
  private Duration nextTick = Duration.ZERO;
  private Duration nextBeat = Duration.ZERO;

  /** Connects it to all others; nothing is done before {@link #run}. */
  WatchDomains(Ground ground, WatchFiles files, Lookouts lookouts, Askers askers) {
    this.ground = ground;
    this.files = files;
    this.lookouts = lookouts;
    this.askers = askers;
  }

  /** Watches until a note says that it is to end. */
  void run(Notes notes) {
    boolean ended = false;
    while (!ended) {
      tickIfDue();
      Optional<Note> note = notes.await(nextTick.minus(ground.time().sinceStart()));
      note.ifPresent(this::take);
      ended = note.filter(Note.End.class::isInstance).isPresent();
    }
  }

  void tickIfDue() {
    Duration now = ground.time().sinceStart();
    if (now.compareTo(nextTick) < 0) {
      return;
    }
    nextTick = now.plus(TICK);
    takeUpRegistrations();
    if (now.compareTo(nextBeat) >= 0) {
      nextBeat = now.plus(Beat.INTERVAL);
      files.beat();
      lookAtProcesses(); // as often, so that the probe beside it need not know more
      posts.values().forEach(post -> act(post, post.judged(now)));
    }
    lookAtAllThatAreDue(now);
    for (Post post : posts.values()) {
      if (post.watched().isDue(now)) {
        look(post);
      }
      if (post.wantsCheck(now)) {
        lookouts.check(post.registration());
      }
      if (post.isLooking()) {
        show(post, now); // a look that takes long makes what was known before it doubtful
      }
    }
  }

  private void show(Post post, Duration now) {
    files.show(post.health(now, files.monitor()));
  }

  /**
   * What others have registered, or taken back, since the last tick. Should the clock of the file
   * system be too coarse to tell, the next beat changes the folder, too.
   */
  private void takeUpRegistrations() {
    try {
      Registrations registrations = ground.registrations();
      String change = registrations.lastChange();
      if (change.equals(takenUp)) {
        return;
      }
      Set<String> wanted = registrations.ids();
      for (String id : Set.copyOf(posts.keySet())) {
        if (!wanted.contains(id)) {
          leave(id);
        }
      }
      for (String id : wanted) {
        if (!posts.containsKey(id)) {
          registrations.find(id).ifPresent(this::takeUp);
        }
      }
      takenUp = change; // as it was before: what came meanwhile is seen the next time
    } catch (FolderException e) {
      LOG.debug("registrations not read: {}", e.words()); // those that are known are watched on
    }
  }

  private void takeUp(Registration registration) {
    Post post = new Post(registration);
    String uri = registration.connectUri();
    boolean isFirst = posts.values().stream().noneMatch(it -> uriOf(it).equals(uri));
    posts.put(registration.id(), post);
    ground.messages().say(MonitorMessage.WATCHED, registration.domain(), registration.resource());
    if (isFirst) {
      lookouts.connect(uri);
    }
    look(post);
  }

  private void leave(String id) {
    Registration registration = Optional.ofNullable(posts.remove(id)).orElseThrow().registration();
    String uri = registration.connectUri();
    files.forget(registration);
    ground
        .messages()
        .say(MonitorMessage.NOT_WATCHED, registration.domain(), registration.resource());
    if (posts.values().stream().noneMatch(it -> uriOf(it).equals(uri))) {
      nextLookAtAll.remove(uri);
      lookouts.disconnect(uri);
    }
  }

  private void lookAtProcesses() {
    for (Post post : posts.values()) {
      if (post.sawProcess(lookouts)) {
        look(post);
      }
    }
  }

  /** Events may get lost: now and then every domain is looked at, all of them with one question. */
  private void lookAtAllThatAreDue(Duration now) {
    Set<String> uris = new HashSet<>();
    posts.values().forEach(post -> uris.add(uriOf(post)));
    for (String uri : uris) {
      Duration due = nextLookAtAll.computeIfAbsent(uri, it -> now.plus(interval(it)));
      if (now.compareTo(due) >= 0) {
        nextLookAtAll.put(uri, now.plus(interval(uri)));
        lookouts.lookAtAll(uri);
      }
    }
  }

  private Duration interval(String uri) {
    return posts.values().stream()
        .filter(post -> uriOf(post).equals(uri))
        .map(post -> post.registration().policy().interval())
        .min(Duration::compareTo)
        .orElseThrow();
  }

  /** Takes one note. */
  void take(Note note) {
    Duration now = ground.time().sinceStart();
    LOG.trace("{}", note);
    if (note instanceof Note.Changed changed) {
      each(post -> isOf(post, changed.uri(), changed.domain()), this::look);
    } else if (note instanceof Note.DiskFailed failed) {
      each(
          post -> isOf(post, failed.uri(), failed.domain()),
          post -> {
            post.diskFailed(now);
            look(post);
          });
    } else if (note instanceof Note.Reached reached) {
      each(post -> uriOf(post).equals(reached.uri()), this::look);
    } else if (note instanceof Note.Lost lost) {
      each(post -> uriOf(post).equals(lost.uri()), this::look);
    } else if (note instanceof Note.AllSeen all) {
      each(post -> uriOf(post).equals(all.uri()) && !isAsBelieved(post, all), this::look);
    } else {
      takeResult(now, note);
    }
  }

  /** What the crew was asked for. */
  private void takeResult(Duration now, Note note) {
    if (note instanceof Note.Seen seen) {
      with(seen.id(), post -> takeLook(now, post, seen));
    } else if (note instanceof Note.Ended ended) {
      with(ended.id(), post -> takeEnd(now, post, ended));
    } else if (note instanceof Note.Checked checked) {
      with(
          checked.id(),
          post -> {
            post.checked(now, checked);
            act(post, post.judged(now));
          });
    } else if (note instanceof Note.Counted counted) {
      with(counted.id(), post -> act(post, post.watched().counted(now, counted.restarts())));
    } else if (note instanceof Note.Answered answered) {
      with(
          answered.id(),
          post -> act(post, post.watched().asked(now, answered.recovery(), answered.outcome())));
    }
  }

  private void takeLook(Duration now, Post post, Note.Seen seen) {
    boolean again = post.saw(seen);
    post.endToAwait().ifPresent(it -> lookouts.awaitEnd(post.registration(), it));
    if (!again || !post.isToldTwoWays()) { // libvirt may have told why since
      act(post, post.judged(now));
    }
    if (again) {
      look(post);
    }
  }

  /** If a look is under way, libvirt has told of a change: then its word is waited for. */
  private void takeEnd(Duration now, Post post, Note.Ended ended) {
    if (!post.sawEnd(ended.process())) {
      return;
    }
    if (!post.isLooking()) {
      act(post, post.judged(now));
    }
    look(post);
  }

  private boolean isAsBelieved(Post post, Note.AllSeen all) {
    Answer answer = all.answers().get(post.registration().domain().value());
    boolean runs = answer != null && answer.doing().equals(Optional.of(Activity.RUNNING));
    boolean well = post.watched().last().filter(it -> it.verdict() == Verdict.WELL).isPresent();
    return runs && well;
  }

  private void act(Post post, List<Deed> deeds) {
    for (Deed deed : deeds) {
      if (deed instanceof Deed.Recover recover) {
        askers.recover(post.registration(), recover.recovery(), recover.why());
      } else if (deed instanceof Deed.Count) {
        askers.count(post.registration());
      } else if (deed instanceof Deed.Tell tell) {
        askers.tell(post.registration(), tell);
      }
    }
    show(post, ground.time().sinceStart());
  }

  private void look(Post post) {
    if (post.wantsLook(ground.time().sinceStart())) {
      lookouts.look(post.registration());
    }
  }

  private void each(Predicate<Post> which, Consumer<Post> what) {
    posts.values().stream().filter(which).forEach(what);
  }

  /** A result that is about a registration that is gone meanwhile is of no use. */
  private void with(String id, Consumer<Post> what) {
    Optional.ofNullable(posts.get(id)).ifPresent(what);
  }

  private static boolean isOf(Post post, String uri, String domain) {
    return uriOf(post).equals(uri) && post.registration().domain().value().equals(domain);
  }

  private static String uriOf(Post post) {
    return post.registration().connectUri();
  }
}
