package org.scxvm.worlds;

import java.util.List;
import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.message.AgentMessage;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;

/** What must hold when a method has ended. I1 and I2 are looked at after every event, too. */
record Laws(SmallWorld world) {

  void judge(AgentProcess agent, Stage.Result result, Stage.Method method) {
    if (agent.sinceStart().compareTo(Methods.TIMEOUT) > 0) {
      throw new Violation("I3", agent + " took " + agent.sinceStart());
    }
    switch (result) {
      case KILLED -> {}
      case FAILED -> {
        if (agent.said().has(AgentMessage.STAYS)) {
          stays(agent);
        }
        boolean isPrinted = method == Stage.Method.RECOVER || method == Stage.Method.DRY_RUN;
        if (!agent.said().hasComplaint() && !isPrinted) {
          throw new Violation("I5", agent + " fails silently");
        }
      }
      case SUCCEEDED -> {
        switch (method) {
          case START, MIGRATE_FROM -> started(agent);
          case STOP, MIGRATE_TO -> stopped(agent);
          case RECOVER -> recovered(agent);
          case DRY_RUN -> {}
        }
      }
    }
  }

  /** I4: whatever made it a success, the domain is here, and waits only if the user wants it. */
  private void started(AgentProcess agent) {
    Node node = agent.node();
    if (agent.cannotKnowOf(node)) {
      return;
    }
    // Without the record nobody can tell whose pause it is.
    boolean mayWait =
        world.isRecordDamaged() || node.copy().filter(Copy::isWishedPaused).isPresent();
    boolean up = node.runs() || (node.has(Copy.State.PAUSED) && mayWait);
    if (!up) {
      throw new Violation("I4", agent + " says 0, and there is " + node);
    }
    if (node.hasAutostart() && !agent.said().hasComplaint()) {
      throw new Violation("I5 autostart", agent + " says 0, and autostart is on");
    }
  }

  /** I4: the domain lives on here, and this node is on record. */
  private void stays(AgentProcess agent) {
    Node here = agent.node();
    boolean gone = here.copy().isEmpty() && !agent.cannotKnowOf(here);
    if (gone || !(isOnRecord(here) || isByHand(here))) {
      throw new Violation(
          "I4 stay", agent + " lets it stay, " + here + ", and the record is " + record());
    }
  }

  /** I1: it is down here, and whoever has a copy is on record. */
  private void stopped(AgentProcess agent) {
    Node here = agent.node();
    if (here.copy().isPresent() && !agent.cannotKnowOf(here)) {
      throw new Violation("I1 Stop", agent + " says 0, and there is " + here);
    }
    for (Node node : world.nodes()) {
      // A copy that has not run is nobody's: every Start asks, sees it, and refuses.
      boolean isFresh = node.copy().filter(Copy::isFresh).isPresent();
      boolean excused = isFresh || isByHand(node) || agent.cannotKnowOf(node) || isBeingBooted();
      if (node != here && node.copy().isPresent() && !excused && !isOnRecord(node)) {
        throw new Violation(
            "I1 record", agent + " says 0, " + node + ", and the record is " + record());
      }
    }
  }

  /** It is known where the domain is: there once, on record, and no migration is open. */
  private void recovered(AgentProcess agent) {
    if (!agent.isAlone() || world.isRecordDamaged()) {
      return;
    }
    List<Node> copies =
        world.nodes().stream()
            .filter(node -> node.copy().isPresent() && !agent.cannotKnowOf(node))
            .toList();
    boolean isOpen = record().filter(it -> it.ownership() instanceof Ownership.Moving).isPresent();
    if (isOpen || copies.size() > 1 || !copies.stream().allMatch(this::isOnRecord)) {
      throw new Violation(
          "recover", agent + " says 0, " + world.nodes() + ", and the record is " + record());
    }
  }

  /** Of two that boot it at once the record may name the wrong one, so every Start asks all. */
  private boolean isBeingBooted() {
    return record().filter(it -> it.ownership() instanceof Ownership.Starting).isPresent();
  }

  private static boolean isByHand(Node node) {
    return node.copy().filter(copy -> copy.by() == Copy.By.HAND).isPresent();
  }

  /** A migration that is not settled names both: no Start does anything before it is. */
  private boolean isOnRecord(Node node) {
    return world.isRecordDamaged()
        || record()
            .map(OwnerRecord::ownership)
            .filter(ownership -> ownership.nodes().contains(node.name()))
            .isPresent();
  }

  private Optional<OwnerRecord> record() {
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
