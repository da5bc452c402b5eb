package org.scxvm.worlds;

import java.util.List;
import org.scxvm.worlds.AgentProcess.Call;

/** Kinds of calls into a port, and what can come of them. */
enum CallKind {
  /** A look at a domain: no answer is part of what is seen. */
  LOOK,
  /** A question about a definition. */
  ASK,
  BOOT,
  RESUME,
  WAKE,
  SHUT_DOWN,
  DESTROY,
  DEFINE,
  MOVE,
  READ,
  WRITE,
  PUBLISH,
  CLUSTER;

  private static final List<Mishap> AT_LOOKS =
      List.of(
          Mishap.LIBVIRTD_FREEZES,
          Mishap.LIBVIRTD_FREEZES_BRIEFLY,
          Mishap.LIBVIRTD_RESTARTS,
          Mishap.NODE_FENCED,
          Mishap.HOST_FREEZES,
          Mishap.QEMU_DIES,
          Mishap.STORAGE_ERROR,
          Mishap.GUEST_SUSPENDS,
          Mishap.GUEST_WAKES,
          Mishap.HAND_STARTS,
          Mishap.HAND_SUSPENDS,
          Mishap.HAND_RESUMES);

  /** A domain that is off or on for a question need not be so for the look that follows. */
  private static final List<Mishap> AT_QUESTIONS =
      List.of(Mishap.LIBVIRTD_FREEZES, Mishap.NODE_FENCED);

  private static final List<Mishap> ALL = List.of(Mishap.values());

  /** What can happen on the nodes that the call touches. */
  List<Mishap> mishaps() {
    return switch (this) {
      case LOOK -> AT_LOOKS;
      case ASK -> AT_QUESTIONS;
      case BOOT, RESUME, WAKE, SHUT_DOWN, DESTROY, DEFINE, MOVE -> ALL;
      case READ, WRITE, PUBLISH, CLUSTER -> List.of();
    };
  }

  /** Whether it changes anything. */
  boolean isAct() {
    return switch (this) {
      case LOOK, ASK, READ, CLUSTER -> false;
      case BOOT, RESUME, WAKE, SHUT_DOWN, DESTROY, DEFINE, MOVE, WRITE, PUBLISH -> true;
    };
  }

  /** How the call itself can go wrong. */
  void addWays(SmallWorld world, Call call, List<Way> ways) {
    switch (this) {
      case LOOK, CLUSTER -> ways.add(Way.Plain.NO_ANSWER);
      case ASK -> ways.add(Way.Plain.REFUSED);
      case BOOT, RESUME, WAKE, SHUT_DOWN, DESTROY, DEFINE -> {
        ways.add(Way.Plain.REFUSED);
        ways.add(Way.Plain.NO_ANSWER);
        ways.add(Way.Plain.ANSWER_LOST);
      }
      case MOVE -> ways.addAll(List.of(MoveWay.values()));
      case READ, WRITE, PUBLISH -> addFolderWays(world, call, ways);
    }
  }

  private void addFolderWays(SmallWorld world, Call call, List<Way> ways) {
    if (world.isFolderDown()) {
      return;
    }
    ways.add(Way.Plain.NO_ANSWER);
    ways.add(Way.Plain.FOLDER_GOES_DOWN);
    if (this == READ) {
      if (world.earlierText(call.name()).isPresent()) {
        ways.add(Way.Plain.OLD_TEXT);
      }
      if (call.name().startsWith(WorldFolder.READ_NEWEST) && !world.isLeftToTheCluster()) {
        ways.add(Way.Plain.RECORD_DAMAGED);
      }
    } else {
      ways.add(Way.Plain.ANSWER_LOST);
    }
    if (this == PUBLISH) {
      ways.add(Way.Plain.WON_BUT_DENIED);
    }
  }
}
