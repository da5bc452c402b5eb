package org.scxvm.switchover;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a command of the cluster does with resource groups.
 *
 * @param groups those it is for; {@value #ALL} for all of them
 * @param nodes those it names, each alone or with a zone behind a colon; {@value #ALL} for all
 * @param zoneClusters the zone clusters whose groups are meant; empty if it does not say
 * @param fault what could not be understood of it
 */
record GroupCommand(
    Effect effect,
    List<String> groups,
    List<String> nodes,
    List<String> zoneClusters,
    Optional<String> fault) {

  /** What a command does. */
  enum Effect {
    /** It brings groups to nodes. */
    SWITCHES,
    /** It empties nodes. */
    EVACUATES,
    /** It does something else with groups; the cluster chooses a node, or there is none. */
    OTHER,
    /** It does nothing with any group. */
    NONE
  }

  static final String ALL = "+";

  private static final String GLOBAL = "global";

  private static final GroupCommand NOTHING =
      new GroupCommand(Effect.NONE, List.of(), List.of(), List.of(), Optional.empty());

  /** Reads the words of a command; whatever they are, there is an answer. */
  static GroupCommand of(List<String> words) {
    if (words.isEmpty()) {
      return NOTHING;
    }
    List<String> arguments = words.subList(1, words.size());
    String name = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    return switch (name) {
      case "clrg", "clresourcegroup" -> ofGroups(arguments);
      case "clnode" -> ofNodes(arguments);
      case "clzonecluster", "clzc" -> ofZoneClusters(arguments);
      case "cluster" -> ofCluster(arguments);
      case "scshutdown" -> forAll();
      case "scswitch" -> ofOldSwitch(arguments);
      case "scrgadm" -> ofOldAdministration(arguments);
      default -> NOTHING; // of resources, devices, quorum...: a disabled resource is asked about
    };
  }

  /** {@code clrg SUBCOMMAND [OPTIONS] {+ | GROUP...}}. */
  private static GroupCommand ofGroups(List<String> words) {
    String subcommand = words.isEmpty() ? "" : words.get(0);
    CommandOptions options = CommandOptions.of(rest(words), "aeFkmMSuvV?", "fginopTtxyzZ");
    Effect effect =
        switch (subcommand) {
          case "switch", "online" -> Effect.SWITCHES;
          case "evacuate" -> Effect.EVACUATES;
          default -> Effect.OTHER;
        };
    boolean isForAll = effect == Effect.EVACUATES && options.operands().isEmpty();
    return new GroupCommand(
        effect,
        isForAll ? List.of(ALL) : options.operands(),
        options.list('n'),
        options.list('Z'),
        subcommand.startsWith("-") ? Optional.of("it has no subcommand") : options.fault());
  }

  /** {@code clnode evacuate [-T SECONDS] {+ | NODE...}}. */
  private static GroupCommand ofNodes(List<String> words) {
    if (words.isEmpty() || !words.get(0).equals("evacuate")) {
      return NOTHING;
    }
    CommandOptions options = CommandOptions.of(rest(words), "vV?", "TZ");
    return new GroupCommand(
        Effect.EVACUATES, List.of(ALL), options.operands(), options.list('Z'), options.fault());
  }

  private static GroupCommand ofZoneClusters(List<String> words) {
    boolean stops = !words.isEmpty() && List.of("halt", "reboot").contains(words.get(0));
    CommandOptions options = CommandOptions.of(rest(words), "vV?", "n");
    return stops
        ? new GroupCommand(
            Effect.OTHER, List.of(ALL), List.of(), options.operands(), options.fault())
        : NOTHING;
  }

  private static GroupCommand ofCluster(List<String> words) {
    return words.contains("shutdown") ? forAll() : NOTHING;
  }

  /** {@code scswitch -ACTION [-g GROUP,...] [-h NODE,...]}. */
  private static GroupCommand ofOldSwitch(List<String> words) {
    CommandOptions options = CommandOptions.of(words, "zZFSRQsrenuocmMk", "ghDjfK");
    boolean isOfGroups = (!options.has('D') && !options.has('j')) || options.has('g');
    Effect effect = Effect.OTHER;
    if (options.has('S')) {
      effect = Effect.EVACUATES;
    } else if (options.has('z')) {
      effect = Effect.SWITCHES;
    }
    return isOfGroups || options.fault().isPresent()
        ? new GroupCommand(
            effect,
            options.has('g') ? options.list('g') : List.of(ALL),
            options.list('h'),
            List.of(),
            options.fault())
        : NOTHING;
  }

  /** {@code scrgadm -c -g GROUP ...}; with a resource it is about that one. */
  private static GroupCommand ofOldAdministration(List<String> words) {
    CommandOptions options = CommandOptions.of(words, "acrpLSvu", "fghjlntxyT");
    return options.has('g') && !options.has('j')
        ? new GroupCommand(Effect.OTHER, options.list('g'), List.of(), List.of(), options.fault())
        : NOTHING;
  }

  private static GroupCommand forAll() {
    return new GroupCommand(Effect.OTHER, List.of(ALL), List.of(), List.of(), Optional.empty());
  }

  private static List<String> rest(List<String> words) {
    return words.isEmpty() ? words : words.subList(1, words.size());
  }

  /** Whether the group that is asked about is among those that the command is for. */
  boolean concerns(LoggedSwitch.Question asked) {
    return effect != Effect.NONE
        && (zoneClusters.isEmpty() || zoneClusters.stream().anyMatch(it -> isZone(it, asked)))
        && groups.stream().anyMatch(it -> isGroup(it, asked))
        && (effect != Effect.EVACUATES || nodes.stream().anyMatch(it -> isHere(it, asked)));
  }

  /** Of a command that cannot be understood: whether its words speak of the group at all. */
  static boolean speaks(List<String> words, LoggedSwitch.Question asked) {
    return words.stream()
        .flatMap(word -> Arrays.stream(word.split(",", -1)))
        .anyMatch(word -> isGroup(word, asked) || isHere(word, asked));
  }

  private static boolean isGroup(String name, LoggedSwitch.Question asked) {
    String group = asked.group();
    return name.equals(ALL)
        || name.equals(group)
        || name.equals(asked.zone().orElse(GLOBAL) + ":" + group);
  }

  private static boolean isZone(String name, LoggedSwitch.Question asked) {
    return name.equals("all")
        || name.equals(asked.zone().orElse(GLOBAL))
        || (name.equals(ALL) && asked.zone().isPresent());
  }

  /** A node without a zone stands for all its zones. */
  private static boolean isHere(String name, LoggedSwitch.Question asked) {
    String node = asked.thisNode().value();
    return name.equals(ALL)
        || name.equals(node)
        || name.equals(node + ":" + asked.zone().orElse(GLOBAL));
  }
}
