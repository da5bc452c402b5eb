package org.scxvm.worlds;

import java.util.List;
import org.scxvm.worlds.Explorer.Depth;

/**
 * A rule that is broken on purpose, and what must be found then.
 *
 * @param rule what the agent does not do any more
 * @param law which law is to be seen broken
 */
record Bite(String rule, Methods planted, Tale tale, String law, Depth depth) {

  private static final Depth TWO = new Depth(2, 0);
  private static final Depth WITH_SWITCHES = new Depth(1, 2);

  static List<Bite> all() {
    return List.of(
        new Bite(
            "a paused copy is resumed on proof only",
            Planted.resumedWithoutProof(),
            tale("move-start"),
            "I1 stale memory",
            TWO),
        new Bite(
            "a migrated domain arrives paused",
            Planted.arrivesRunning(),
            tale("move-start"),
            "I1 conflict",
            TWO),
        new Bite(
            "Stop looks before it says 0", Planted.stopWithoutLook(), tale("stop"), "I1 Stop", TWO),
        new Bite(
            "a marker is believed for a domain that is seen only",
            Planted.markerBelieved(),
            tale("move-start"),
            "I4",
            TWO),
        new Bite(
            "silence is not absence",
            Planted.silentOwnerIgnored(),
            tale("start-elsewhere"),
            "I1 conflict",
            TWO),
        new Bite(
            "only the cluster says that a node is fenced",
            Planted.everySilentNodeIsFenced(),
            tale("start-elsewhere"),
            "I1 conflict",
            TWO),
        new Bite(
            "a migration is on record before it begins",
            Planted.moveNotOnRecord(),
            tale("move-start-third"),
            "I1 conflict",
            TWO),
        new Bite(
            "whoever loses the claim does not start the domain",
            Planted.loserBoots(),
            tale("two-starts"),
            "I1 conflict",
            WITH_SWITCHES),
        new Bite(
            "a booted domain waits for another look",
            Planted.bootsRunning(),
            tale("two-starts"),
            "I1 conflict",
            WITH_SWITCHES),
        new Bite(
            "the saved definition appears whole",
            Planted.definitionWrittenInPlace(),
            tale("stop-start"),
            "I2",
            TWO),
        new Bite("every wait has a deadline", Planted.withoutDeadline(), tale("stop"), "I3", TWO),
        new Bite("a failure is told", Planted.silentFailure(), tale("start-elsewhere"), "I5", TWO),
        new Bite(
            "recover ends the second copy",
            Planted.secondCopyKept(),
            tale("twice-word-start"),
            "recover",
            TWO),
        new Bite(
            "a dry run changes nothing", Planted.dryRunActs(), tale("move-ask"), "dry run", TWO),
        new Bite(
            "a domain that stays is on record here",
            Planted.stayReleases(),
            tale("move-start"),
            "I4 stay",
            TWO),
        new Bite(
            "autostart is switched off, or that it is on is told",
            Planted.autostartNotTold(),
            tale("autostart-move-start"),
            "I5 autostart",
            TWO));
  }

  private static Tale tale(String name) {
    return Tales.named(name);
  }
}
