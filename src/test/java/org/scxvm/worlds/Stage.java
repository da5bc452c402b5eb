package org.scxvm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.scxvm.recover.RecoverRequest;

/** Calls methods in a world, as a cluster manager and an administrator would, and judges them. */
final class Stage {

  /** What became of a method. */
  enum Result {
    SUCCEEDED,
    FAILED,
    KILLED
  }

  private final SmallWorld world;
  private final Methods methods;

  /** What is called. */
  enum Method {
    START,
    STOP,
    RECOVER,
    DRY_RUN,
    MIGRATE_TO,
    MIGRATE_FROM
  }

  /** A method that is to be called; the call tells whether it succeeded. */
  private record Task(AgentProcess agent, Method method, Predicate<AgentProcess> call) {}

  Stage(SmallWorld world, Methods methods) {
    this.world = world;
    this.methods = methods;
  }

  SmallWorld world() {
    return world;
  }

  /** Start, unless there is nobody to call it. */
  void start(int node) {
    alone(starting(node, Optional.empty()));
  }

  /** Stop of a group that is switched to another node. */
  void stop(int node, int target) {
    alone(stopping(node, Optional.of(world.node(target)), Optional.empty()));
  }

  /** Stop of a group that is taken offline. */
  void stop(int node) {
    alone(stopping(node, Optional.empty(), Optional.empty()));
  }

  /** Pacemaker has the domain sent to another node. */
  void migrateTo(int node, int target) {
    Node to = world.node(target);
    alone(
        new Task(
            agent(node, "migrate_to " + to.name(), Optional.empty()),
            Method.MIGRATE_TO,
            agent -> methods.migrate(agent, to)));
  }

  /** Pacemaker has the domain taken over on the node to which it was sent. */
  void migrateFrom(int node) {
    alone(
        new Task(
            agent(node, "migrate_from", Optional.empty()), Method.MIGRATE_FROM, methods::arrive));
  }

  /** Somebody has it put right, and says nothing. */
  void recover(int node) {
    alone(recovering(node, Person.SILENT, Optional.empty()));
  }

  /** Somebody has it put right, and says what he knows. */
  void recoverByWord(int node) {
    alone(recovering(node, new Person(world).word(world.node(node)), Optional.empty()));
  }

  /** Somebody asks what would be done. */
  void askRecover(int node) {
    AgentProcess agent = agent(node, "dry run", Optional.empty());
    agent.mayOnlyLook();
    alone(new Task(agent, Method.DRY_RUN, it -> methods.recover(it, Person.ASKING)));
  }

  private void alone(Task task) {
    if (task.agent().node().isUp()) {
      run(task);
    }
    between();
  }

  /** Two Starts at once. */
  void startTogether(int first, int second) {
    Turns turns = new Turns(world);
    together(turns, starting(first, Optional.of(turns)), starting(second, Optional.of(turns)));
  }

  /** A Stop and a Start at once: an administrator could not wait. */
  void stopAndStartTogether(int source, int target) {
    Turns turns = new Turns(world);
    together(
        turns,
        stopping(source, Optional.of(world.node(target)), Optional.of(turns)),
        starting(target, Optional.of(turns)));
  }

  /** Somebody has put right, on another node, what is just being started. */
  void recoverAndStartTogether(int node, int start) {
    Turns turns = new Turns(world);
    together(
        turns,
        recovering(node, Person.SILENT, Optional.of(turns)),
        starting(start, Optional.of(turns)));
  }

  /** Somebody has put right, on the target, what is just being migrated. */
  void stopAndRecoverTogether(int source, int target) {
    Turns turns = new Turns(world);
    together(
        turns,
        stopping(source, Optional.of(world.node(target)), Optional.of(turns)),
        recovering(target, Person.SILENT, Optional.of(turns)));
  }

  private void together(Turns turns, Task first, Task second) {
    List<Task> open = new ArrayList<>(List.of(first, second));
    while (!open.isEmpty()) {
      if (open.stream().allMatch(each -> each.agent().node().host() == Node.Host.FROZEN)) {
        world.heal(); // they go on much later, and believe what they knew
      }
      Task task = open.remove(0);
      task.agent().rewind();
      Node node = task.agent().node();
      if (node.isDead()) {
        turns.oneLeft();
      } else if (node.host() == Node.Host.FROZEN || run(task).isEmpty()) {
        open.add(task);
      } else {
        turns.oneLeft();
      }
    }
    between();
  }

  private Task starting(int node, Optional<Turns> turns) {
    return new Task(agent(node, "Start", turns), Method.START, methods::start);
  }

  private Task stopping(int node, Optional<Node> target, Optional<Turns> turns) {
    String name = "Stop" + target.map(to -> " to " + to.name()).orElse("");
    return new Task(agent(node, name, turns), Method.STOP, agent -> methods.stop(agent, target));
  }

  private Task recovering(int node, RecoverRequest.Word word, Optional<Turns> turns) {
    String said =
        word.equals(Person.SILENT) ? "" : ", not on " + word.notOn() + ", keep " + word.keep();
    return new Task(
        agent(node, "recover" + said, turns),
        Method.RECOVER,
        agent -> methods.recover(agent, word));
  }

  private AgentProcess agent(int node, String name, Optional<Turns> turns) {
    return new AgentProcess(world, world.node(node), name, turns);
  }

  /** Empty if another method goes on in its place. */
  private Optional<Result> run(Task task) {
    AgentProcess agent = task.agent();
    if (world.isTraced()) {
      world.say(agent.name() + " begins; " + world);
    }
    Result result;
    try {
      result = task.call().test(agent) ? Result.SUCCEEDED : Result.FAILED;
    } catch (Unwound e) {
      if (e.comesBack()) {
        return Optional.empty();
      }
      result = Result.KILLED;
    } catch (RuntimeException e) {
      throw (Violation) new Violation("I5 unforeseen", e.toString()).initCause(e);
    }
    if (world.isTraced()) {
      world.say(agent.name() + " has " + result + "; " + world);
    }
    new Laws(world).judge(agent, result, task.method());
    return Optional.of(result);
  }

  /** Something may happen, or be mended, while nobody is called. */
  private void between() {
    List<Way> ways = new ArrayList<>();
    for (Node node : world.nodes()) {
      for (Mishap mishap : CallKind.LOOK.mishaps()) {
        if (mishap != Mishap.LIBVIRTD_FREEZES_BRIEFLY && world.isPossible(mishap, node)) {
          ways.add(new Way.Happening(mishap, node));
        }
      }
    }
    int way = world.choose(Choices.Kind.MISHAP, ways.size() + 2);
    if (way > ways.size()) {
      world.heal();
    } else if (way > 0 && ways.get(way - 1) instanceof Way.Happening happening) {
      world.say(happening.toString());
      happening.mishap().happen(world, happening.node());
      world.moment();
    }
  }

  /** Whether a Start succeeds with which nothing interferes. */
  boolean startInPeace(int node) {
    return inPeace(starting(node, Optional.empty()));
  }

  /** Whether a Stop succeeds with which nothing interferes. */
  boolean stopInPeace(int node) {
    return inPeace(stopping(node, Optional.empty(), Optional.empty()));
  }

  /** Whether somebody who says what he knows has it put right, and nothing interferes. */
  boolean recoverInPeace(int node) {
    return inPeace(recovering(node, new Person(world).word(world.node(node)), Optional.empty()));
  }

  private boolean inPeace(Task task) {
    task.agent().isLeftAlone();
    return run(task).equals(Optional.of(Result.SUCCEEDED));
  }
}
