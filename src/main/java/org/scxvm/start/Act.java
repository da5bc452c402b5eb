package org.scxvm.start;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one step of a Start. */
final class Act {

  private static final Logger LOG = LoggerFactory.getLogger(Act.class);

  private static final Duration OBSERVED = Duration.ofSeconds(2);

  private final Starting starting;
  private final Claim claim;
  private final Fetch fetch;
  private final Definitions definitions;
  private boolean bootAsked;

  Act(Starting starting, Claim claim, Fetch fetch) {
    this.starting = starting;
    this.claim = claim;
    this.fetch = fetch;
    this.definitions = new Definitions(starting);
  }

  Effect take(StartStep step, Sighting seen) {
    return switch (step) {
      case DEFINE -> definitions.define();
      case BOOT -> boot(seen);
      case LET_GO -> letGo(seen);
      case WAKE ->
          letGoOn(AgentMessage.WOKEN, seen, () -> power().wake(starting.domain(), limit()));
      case RESUME ->
          observed(
              letGoOn(
                  AgentMessage.RESUMED, seen, () -> power().resume(starting.domain(), limit())));
      case DESTROY ->
          told(AgentMessage.CRASHED_DESTROYED, () -> power().destroy(starting.domain(), limit()));
      case REFUSE, TAKE, WAIT -> Effect.failed(seen.toString());
    };
  }

  /** Whether what is seen may have come of a boot of ours, answered or not. */
  boolean hasAskedToBoot() {
    return bootAsked;
  }

  private Effect boot(Sighting seen) {
    Optional<Effect> fetched = fetch.attempt(seen);
    if (fetched.isPresent()) {
      fetched.get().failure().ifPresentOrElse(claim::lose, claim::fetched);
      return fetched.get();
    }
    Optional<String> objection = claim.obtain(uuidOf(seen));
    if (objection.isPresent()) {
      return Effect.failed(objection.get());
    }
    Effect prepared = definitions.prepare();
    if (prepared.failure().isPresent()) {
      return prepared;
    }
    bootAsked = true;
    return effectOf(() -> power().boot(starting.domain(), starting.boot()));
  }

  /**
   * Of two nodes that have both come so far each sees the other one's copy, or the other one's
   * record. Whoever sees that ends his own, which has not run yet.
   */
  private Effect letGo(Sighting seen) {
    bootAsked = true;
    Optional<String> objection = claim.overtaken(seen);
    if (objection.isEmpty()) {
      return effectOf(() -> power().resume(starting.domain(), limit()));
    }
    Effect ended = effectOf(() -> power().destroy(starting.domain(), limit()));
    if (ended.failure().isEmpty()) {
      claim.giveBack(seen);
    }
    return Effect.failed(objection.get());
  }

  /** Memory that waits here is old if the domain runs elsewhere. */
  private Effect letGoOn(AgentMessage message, Sighting seen, Call call) {
    return claim.obtain(uuidOf(seen)).map(Effect::failed).orElseGet(() -> told(message, call));
  }

  /**
   * The request that failed is made again at once: only what does not stop again has been mended.
   */
  private Effect observed(Effect resumed) {
    if (resumed.failure().isEmpty()) {
      starting.answer().pause(OBSERVED);
    }
    return resumed;
  }

  private Effect told(AgentMessage message, Call call) {
    starting.messages().say(message, starting.domain());
    return effectOf(call);
  }

  /** Something that the hypervisor is told. */
  private interface Call {
    void make() throws HypervisorException;
  }

  private static Effect effectOf(Call call) {
    try {
      call.make();
      return Effect.TAKEN;
    } catch (HypervisorException e) {
      LOG.debug("step failed: {}", e.words());
      return Effect.of(e);
    }
  }

  private static String uuidOf(Sighting seen) {
    return seen.answer().knownUuid().orElse("");
  }

  private DomainPower power() {
    return starting.here().power();
  }

  private Deadline limit() {
    return starting.call();
  }
}
