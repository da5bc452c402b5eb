package org.scxvm.worlds;

import java.util.function.IntPredicate;
import org.scxvm.folder.FolderException;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;

/** How every tale ends: all is well again, and the agent must make the best of it. */
record Ending(SmallWorld world, Stage stage) {

  private static final int TRIES = 2;

  /** In the end the domain is up, once. */
  void play() {
    world.heal();
    removeDamagedRecord();
    stage.startInPeace(0); // may fail: it may be up elsewhere
    for (Node node : world.nodes()) {
      must("Stop", stage::stopInPeace, node.index());
    }
    if (world.nodes().stream().anyMatch(node -> node.copy().isPresent())) {
      throw new Violation("liveness", "after all Stops: " + world);
    }
    must("Start", stage::startInPeace, 0);
    if (!world.node(0).runs()) {
      throw new Violation("liveness", "after the last Start: " + world);
    }
  }

  /** What an administrator has put right when all is well stays so: on some node that succeeds. */
  void mustRecover() {
    world.heal();
    boolean settled = recover();
    if (!settled && !isMoving()) {
      endWhatWaits();
      settled = recover();
    }
    // Nobody can tell of a source that stands still whether it is being sent: a Stop there ends it.
    boolean leaving = world.nodes().stream().anyMatch(node -> node.has(Copy.State.LEAVING));
    if (!settled && !leaving) {
      throw new Violation("liveness", "recover settles nothing: " + world);
    }
  }

  private boolean recover() {
    boolean settled = false;
    for (Node node : world.nodes()) {
      settled |= stage.recoverInPeace(node.index());
    }
    return settled;
  }

  /** What recover asks an administrator to do about a copy that waits and is on nobody's record. */
  private void endWhatWaits() {
    for (Node node : world.nodes()) {
      if (node.has(Copy.State.PAUSED)) {
        node.goesOff(Node.Off.DESTROYED);
        world.changed();
      }
    }
  }

  private boolean isMoving() {
    return found() instanceof FoundOwner.Known known
        && known.record().ownership() instanceof Ownership.Moving;
  }

  /** What the message about a damaged record asks an administrator to do. */
  private void removeDamagedRecord() {
    if (found() instanceof FoundOwner.Damaged damaged) {
      String path = damaged.path();
      world.files().remove(path.substring(path.lastIndexOf('/') + 1));
    }
  }

  private FoundOwner found() {
    try {
      return new OwnerRecords(new PlainFolder(world.files()), new ResourceName(SmallWorld.RESOURCE))
          .find();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private void must(String method, IntPredicate call, int node) {
    boolean good = false;
    for (int i = 0; i < TRIES && !good; i++) {
      good = call.test(node);
    }
    if (!good) {
      throw new Violation("liveness", method + " on a healthy node fails: " + world);
    }
  }
}
