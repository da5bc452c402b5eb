package org.scxvm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;

/** Calls methods in a world, as a cluster manager and an administrator would, and judges them. */
final class Stage {

  private static final int TRIES = 2;

  /** What became of a method. */
  enum Result {
    SUCCEEDED,
    FAILED,
    KILLED
  }

  private final SmallWorld world;
  private final Methods methods;

  /** A method that is to be called. */
  private record Task(AgentProcess agent, boolean isStart, Optional<Node> target) {}

  Stage(SmallWorld world, Methods methods) {
    this.world = world;
    this.methods = methods;
  }

  SmallWorld world() {
    return world;
  }

  /** Start, unless there is nobody to call it. */
  void start(int node) {
    if (world.node(node).isUp()) {
      run(task(node, true, Optional.empty(), Optional.empty()));
    }
    between();
  }

  /** Stop of a group that is switched to another node. */
  void stop(int node, int target) {
    stop(node, Optional.of(world.node(target)));
  }

  /** Stop of a group that is taken offline. */
  void stop(int node) {
    stop(node, Optional.empty());
  }

  private void stop(int node, Optional<Node> target) {
    if (world.node(node).isUp()) {
      run(task(node, false, target, Optional.empty()));
    }
    between();
  }

  /** Two Starts at once. */
  void startTogether(int first, int second) {
    Turns turns = new Turns(world);
    List<Task> open = new ArrayList<>();
    open.add(task(first, true, Optional.empty(), Optional.of(turns)));
    open.add(task(second, true, Optional.empty(), Optional.of(turns)));
    together(open, turns);
  }

  /** A Stop and a Start at once: an administrator could not wait. */
  void stopAndStartTogether(int source, int target) {
    Turns turns = new Turns(world);
    List<Task> open = new ArrayList<>();
    open.add(task(source, false, Optional.of(world.node(target)), Optional.of(turns)));
    open.add(task(target, true, Optional.empty(), Optional.of(turns)));
    together(open, turns);
  }

  private void together(List<Task> open, Turns turns) {
    while (!open.isEmpty()) {
      Task task = open.remove(0);
      task.agent().rewind();
      Node node = task.agent().node();
      if (node.host() == Node.Host.FROZEN) {
        if (open.isEmpty()) {
          world.heal(); // it goes on much later, and believes what it knew
        }
        open.add(task);
      } else if (node.isDead()) {
        turns.oneLeft();
      } else if (run(task).isEmpty()) {
        open.add(task);
      } else {
        turns.oneLeft();
      }
    }
    between();
  }

  private Task task(int node, boolean isStart, Optional<Node> target, Optional<Turns> turns) {
    String name = isStart ? "Start" : "Stop" + target.map(to -> " to " + to.name()).orElse("");
    return new Task(new AgentProcess(world, world.node(node), name, turns), isStart, target);
  }

  /** Empty if another method goes on in its place. */
  private Optional<Result> run(Task task) {
    AgentProcess agent = task.agent();
    if (world.isTraced()) {
      world.say(agent.name() + " begins; " + world);
    }
    Result result;
    try {
      boolean good = task.isStart() ? methods.start(agent) : methods.stop(agent, task.target());
      result = good ? Result.SUCCEEDED : Result.FAILED;
    } catch (Unwound e) {
      if (e.comesBack()) {
        return Optional.empty();
      }
      result = Result.KILLED;
    } catch (RuntimeException e) {
      throw new Violation("I5 unforeseen", e.toString());
    }
    if (world.isTraced()) {
      world.say(agent.name() + " has " + result + "; " + world);
    }
    new Laws(world).judge(agent, result, task.isStart());
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

  /** All is well again; in the end the domain is up, once. */
  void end() {
    world.heal();
    removeDamagedRecord();
    mended(0, true); // may fail: it may be up elsewhere
    for (Node node : world.nodes()) {
      must(node.index(), false);
    }
    if (world.nodes().stream().anyMatch(node -> node.copy().isPresent())) {
      throw new Violation("liveness", "after all Stops: " + world);
    }
    must(0, true);
    if (!world.node(0).runs()) {
      throw new Violation("liveness", "after the last Start: " + world);
    }
  }

  /** What the message about a damaged record asks an administrator to do. */
  private void removeDamagedRecord() {
    try {
      OwnerRecords records =
          new OwnerRecords(new PlainFolder(world.files()), new ResourceName(SmallWorld.RESOURCE));
      if (records.find() instanceof FoundOwner.Damaged damaged) {
        String path = damaged.path();
        world.files().remove(path.substring(path.lastIndexOf('/') + 1));
      }
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private void must(int node, boolean isStart) {
    Optional<Result> result = Optional.empty();
    for (int i = 0; i < TRIES && !result.equals(Optional.of(Result.SUCCEEDED)); i++) {
      result = mended(node, isStart);
    }
    if (!result.equals(Optional.of(Result.SUCCEEDED))) {
      String method = isStart ? "Start" : "Stop";
      throw new Violation("liveness", method + " on a healthy node fails: " + world);
    }
  }

  private Optional<Result> mended(int node, boolean isStart) {
    AgentProcess agent =
        new AgentProcess(
            world, world.node(node), isStart ? "healthy Start" : "healthy Stop", Optional.empty());
    agent.isLeftAlone();
    return run(new Task(agent, isStart, Optional.empty()));
  }

  /** Who the record says has the domain; for the laws. */
  static Optional<OwnerRecord> recordIn(SmallWorld world) {
    try {
      OwnerRecords records =
          new OwnerRecords(new PlainFolder(world.files()), new ResourceName(SmallWorld.RESOURCE));
      return records.find() instanceof FoundOwner.Known known
          ? Optional.of(known.record())
          : Optional.empty();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }
}
