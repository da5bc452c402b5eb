package org.scxvm.worlds;

import java.util.List;
import java.util.stream.Stream;

/** The sequences of methods that are played. */
final class Tales {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final String RANDOM = "random:";

  private Tales() {}

  /** The domain is off everywhere. */
  static SmallWorld off(int nodes) {
    return SmallWorld.off(nodes);
  }

  /** The domain was started on A. */
  static SmallWorld running(int nodes) {
    SmallWorld world = off(nodes).copied(Script.usual(), false);
    new Stage(world, new Methods()).start(A);
    return world;
  }

  /** And then its user has paused it. */
  static SmallWorld paused(int nodes) {
    SmallWorld world = running(nodes);
    Mishap.HAND_SUSPENDS.happen(world, world.node(A));
    return world;
  }

  /** It would be started by libvirt, too, when a host boots. */
  static SmallWorld autostarting(int nodes) {
    SmallWorld world = off(nodes).copied(Script.usual(), false);
    world.nodes().forEach(node -> node.setAutostart(true));
    return world;
  }

  /** Somebody has started it on B while it ran on A. */
  static SmallWorld twice(int nodes) {
    SmallWorld world = running(nodes).copied(Script.usual(), false);
    Mishap.HAND_STARTS.happen(world, world.node(B));
    return world;
  }

  static List<Tale> all() {
    return Stream.of(
            ofOneMethod(),
            ofSeveral(),
            ofTwoAtOnce(),
            ofRecover(),
            PacemakerTales.all(),
            FetchTales.all())
        .flatMap(List::stream)
        .toList();
  }

  /** What happens in one world: {@code TALE[+SETUP]:POINT=WAY,...} or {@code random:SEED}. */
  static List<String> trace(Methods methods, String world) {
    int colon = world.indexOf(':');
    String rest = world.substring(colon + 1);
    boolean random = world.startsWith(RANDOM);
    Tale tale =
        random
            ? RandomTale.of(Long.parseLong(rest))
            : named(world.substring(0, colon).replaceAll("[+].*", ""));
    Choices choices = random ? RandomTale.mishaps(Long.parseLong(rest)) : Script.of(rest);
    try {
      return tale.play(methods, choices, true).trace();
    } catch (Tale.Broken e) {
      return e.world().trace();
    }
  }

  static Tale named(String name) {
    return all().stream().filter(tale -> tale.name().equals(name)).findFirst().orElseThrow();
  }

  static List<Tale> ofOneMethod() {
    return List.of(
        new Tale("start", off(2), stage -> stage.start(A)),
        new Tale("start-elsewhere", running(2), stage -> stage.start(B)),
        new Tale("stop", running(2), stage -> stage.stop(A)),
        new Tale("move", running(2), stage -> stage.stop(A, B)));
  }

  static List<Tale> ofSeveral() {
    return List.of(
        new Tale(
            "stop-start",
            running(2),
            stage -> {
              stage.stop(A);
              stage.start(B);
            }),
        new Tale(
            "autostart",
            autostarting(2),
            stage -> {
              stage.start(A);
              stage.start(B);
            }),
        new Tale(
            "autostart-move-start",
            autostarting(2),
            stage -> {
              stage.start(A);
              stage.stop(A, B);
              stage.start(B);
            }),
        new Tale(
            "move-start",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.start(B);
            }),
        new Tale(
            "move-start-source",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.start(A);
            }),
        new Tale(
            "move-start-third",
            running(3),
            stage -> {
              stage.stop(A, B);
              stage.start(C);
            }),
        new Tale(
            "move-move-start",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.stop(A, B);
              stage.start(B);
            }),
        new Tale(
            "move-stop-start",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.stop(A);
              stage.start(B);
            }),
        new Tale(
            "paused-move-start",
            paused(2),
            stage -> {
              stage.stop(A, B);
              stage.start(B);
            }),
        new Tale(
            "there-and-back",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.start(B);
              stage.stop(B, A);
              stage.start(A);
            }));
  }

  /** What a Start or a Stop has left behind, put right by a person. */
  static List<Tale> ofRecover() {
    return List.of(
        new Tale(
            "move-recover-start",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.recover(A);
              stage.start(B);
            }),
        new Tale(
            "move-recover-third",
            running(3),
            stage -> {
              stage.stop(A, B);
              stage.recover(C);
              stage.start(B);
            }),
        new Tale(
            "move-word-start",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.recoverByWord(A);
              stage.start(A);
            }),
        new Tale(
            "move-word-there",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.recoverByWord(B);
              stage.start(B);
            }),
        new Tale(
            "start-word-start",
            off(2),
            stage -> {
              stage.start(A);
              stage.recoverByWord(B);
              stage.start(B);
            }),
        new Tale(
            "twice-word-start",
            twice(2),
            stage -> {
              stage.recoverByWord(A);
              stage.start(A);
            }),
        new Tale(
            "move-ask",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.askRecover(A);
              stage.askRecover(B);
            }),
        new Tale(
            "move-settled",
            running(2),
            stage -> {
              stage.stop(A, B);
              new Ending(stage.world(), stage).mustRecover();
            }));
  }

  static List<Tale> ofTwoAtOnce() {
    return List.of(
        new Tale("two-starts", off(2), stage -> stage.startTogether(A, B)),
        new Tale("move-and-start", running(2), stage -> stage.stopAndStartTogether(A, B)),
        new Tale(
            "killed-move-two-starts",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.startTogether(B, A);
            }),
        new Tale(
            "move-recover-and-start",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.recoverAndStartTogether(A, B);
            }),
        new Tale(
            "start-recover-and-start",
            off(2),
            stage -> {
              stage.start(A);
              stage.recoverAndStartTogether(A, B);
            }),
        new Tale("move-and-recover", running(2), stage -> stage.stopAndRecoverTogether(A, B)),
        new Tale(
            "move-back-and-recover",
            running(2),
            stage -> {
              stage.stop(A, B);
              stage.stopAndRecoverTogether(B, A);
            }));
  }
}
