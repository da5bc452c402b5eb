package org.scxvm.worlds;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.scxvm.message.Messages;
import org.scxvm.time.Time;

/**
 * One method of the agent, as a process on a node. Every call into a port comes through here, so
 * that anything can happen before it. A method that was switched off goes on by being played again:
 * the answers that it had are given once more, without any effect.
 */
final class AgentProcess implements Time {

  private static final Duration CALL_TAKES = Duration.ofMillis(10);
  private static final int CALLS_MAX = 20_000;

  /** A call that is repeated while nothing changes is disturbed that often. */
  private static final int SAME_CALLS_MAX = 2;

  /** What a port does, in whatever way it goes. */
  interface Work {
    Object go(Way way) throws Exception;
  }

  /** Something the agent does that others can notice. */
  record Call(CallKind kind, String name, List<Node> touched) {}

  private final SmallWorld world;
  private final Node node;
  private final int number;
  private final String name;
  private final Optional<Turns> turns;
  private final List<Reply> journal = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final Map<CallKind, int[]> offered = new EnumMap<>(CallKind.class);
  private int replayed;
  private int offeredAt = -1;
  private int killableAt = -1;
  private Duration spent = Duration.ZERO;
  private Duration syncedAt;
  private final Said said;
  private int calls;
  private boolean leftAlone;
  private boolean mayOnlyLook;
  private final long[] looked;
  private final Messages messages;

  AgentProcess(SmallWorld world, Node node, String name, Optional<Turns> turns) {
    this.world = world;
    this.node = node;
    this.number = world.beginMethod();
    this.name = name + " on " + node.name();
    this.turns = turns;
    turns.ifPresent(all -> all.join(node));
    this.looked = new long[world.nodes().size()];
    this.said = new Said(world, this.name);
    this.messages = new Messages(List.of(line -> said.add(line, isReplaying())));
    Arrays.fill(looked, world.events());
    this.syncedAt = world.time().sinceStart();
  }

  /** Nothing happens to it. */
  void isLeftAlone() {
    leftAlone = true;
  }

  /** It was told to change nothing. */
  void mayOnlyLook() {
    mayOnlyLook = true;
  }

  boolean isAlone() {
    return turns.isEmpty();
  }

  /** Whether another method is at work on that node. */
  boolean isBeside(Node at) {
    return at != node && turns.filter(all -> all.areAt(at)).isPresent();
  }

  void hasLookedAt(Node at) {
    looked[at.index()] = world.events();
  }

  /** Whether something has happened on a node that it cannot know of. */
  boolean cannotKnowOf(Node at) {
    return at.disturbed() > looked[at.index()];
  }

  Said said() {
    return said;
  }

  /** It is played again, from its beginning. */
  void rewind() {
    replayed = 0;
    syncedAt = world.time().sinceStart();
  }

  /** Somebody else's time is not its own. */
  void leave() {
    spent = sinceStart();
    syncedAt = world.time().sinceStart();
  }

  private boolean isReplaying() {
    return replayed < journal.size();
  }

  SmallWorld world() {
    return world;
  }

  Node node() {
    return node;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  Messages messages() {
    return messages;
  }

  @Override
  public Duration sinceStart() {
    if (isReplaying()) {
      return replayed == 0 ? Duration.ZERO : journal.get(replayed - 1).clock();
    }
    return spent.plus(world.time().sinceStart()).minus(syncedAt);
  }

  @Override
  public Optional<Duration> sinceBoot() {
    return Optional.empty();
  }

  @Override
  public Instant wallClock() {
    return Instant.EPOCH;
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public void sleep(Duration pause) {
    try {
      answer(
          () -> {
            world.pass(pause);
            world.moment();
            return true;
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** One after the other: each of them is a point at which anything can happen. */
  @Override
  public <T> List<T> together(List<Supplier<T>> questions) {
    return questions.stream().map(Supplier::get).toList();
  }

  /** Makes a call, in one of the ways in which it can go. */
  Object call(Call call, Work work) throws Exception {
    if (isReplaying()) {
      return journal.get(replayed++).again();
    }
    if (mayOnlyLook && call.kind().isAct()) {
      throw new Violation("dry run", name + ": " + call.name());
    }
    if (++calls > CALLS_MAX) {
      throw new Violation("I3", name + " calls and calls");
    }
    if (turns.isPresent() && turns.get().isGivenAway(this)) {
      leave();
      throw Unwound.switchedOff();
    }
    Way way = chosen(call);
    if (world.isTraced()) {
      world.say("  " + name + ": " + call.name() + (way == Way.Plain.USUAL ? "" : " <- " + way));
    }
    if (way == Way.Plain.AGENT_KILLED) {
      throw Unwound.killed();
    }
    if (way instanceof Way.Happening happening) {
      happening.mishap().happen(world, happening.node());
      world.moment();
      if (!node.isUp()) {
        throw Unwound.killed();
      }
    }
    return answer(() -> work.go(way instanceof Way.Happening ? Way.Plain.USUAL : way));
  }

  /** Something of its own node that it is told at once, and again when it is played again. */
  boolean recalled(BooleanSupplier fact) {
    try {
      return (Boolean) (isReplaying() ? journal.get(replayed++).again() : kept(fact));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Object kept(BooleanSupplier fact) throws Exception {
    return remember(new Reply(Optional.of(fact.getAsBoolean()), Optional.empty(), sinceStart()));
  }

  private interface Answered {
    Object get() throws Exception;
  }

  private Object answer(Answered answered) throws Exception {
    if (isReplaying()) {
      return journal.get(replayed++).again();
    }
    Reply reply;
    try {
      world.pass(CALL_TAKES);
      Object value = answered.get();
      world.moment();
      reply = new Reply(Optional.of(value), Optional.empty(), sinceStart());
    } catch (Exception e) {
      world.moment();
      reply = new Reply(Optional.empty(), Optional.of(e), sinceStart());
    }
    return remember(reply);
  }

  private Object remember(Reply reply) throws Exception {
    if (turns.isPresent()) {
      journal.add(reply);
      replayed = journal.size();
    }
    return reply.again();
  }

  /** Offers what can happen at this call, and would make a difference. */
  private Way chosen(Call call) {
    if (leftAlone) {
      return Way.Plain.USUAL;
    }
    ways.clear();
    if (killableAt != world.version()) {
      killableAt = world.version();
      ways.add(Way.Plain.AGENT_KILLED);
      ways.add(new Way.Happening(Mishap.NODE_FENCED, node));
    }
    if (isWorthDisturbing(call)) {
      call.kind().addWays(world, call, ways);
      for (Node touched : call.touched()) {
        addMishaps(call, touched);
      }
    }
    int way = ways.isEmpty() ? 0 : world.choose(Choices.Kind.MISHAP, ways.size() + 1);
    return way == 0 ? Way.Plain.USUAL : ways.get(way - 1);
  }

  private void addMishaps(Call call, Node touched) {
    for (Mishap mishap : call.kind().mishaps()) {
      boolean own = touched == node && mishap == Mishap.HOST_FREEZES;
      boolean offeredAbove = touched == node && mishap == Mishap.NODE_FENCED;
      if (!own && !offeredAbove && world.isPossible(mishap, touched)) {
        ways.add(new Way.Happening(mishap, touched));
      }
    }
  }

  private boolean isWorthDisturbing(Call call) {
    if (offeredAt != world.version()) {
      offeredAt = world.version();
      offered.clear();
    }
    int where = call.touched().isEmpty() ? 0 : 1 + call.touched().get(0).index();
    int[] times = offered.computeIfAbsent(call.kind(), any -> new int[world.nodes().size() + 1]);
    return times[where]++ < SAME_CALLS_MAX;
  }

  @Override
  public String toString() {
    return name;
  }
}
