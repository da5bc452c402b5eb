package org.scxvm.cluster.serviceguard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scxvm.cluster.ClusterException;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.time.Deadline;

/**
 * The commands of Serviceguard that tell something and change nothing.
 *
 * @param called whether a cluster has called: then there is one that must answer
 */
record TellingCommands(Commands commands, Deadline deadline, boolean called) {

  private static final Set<String> SCRIPTS =
      Set.of("external_script", "external_pre_script", "run_script", "halt_script");

  /** The cluster as this node sees it; nothing by hand, without a cluster. */
  ClusterLines cluster() throws ClusterException {
    try {
      return ClusterLines.parse(output(List.of("cmviewcl", "-f", "line")));
    } catch (ClusterException e) {
      if (called) {
        throw e;
      }
      return ClusterLines.none();
    }
  }

  /** The scripts that the configuration of a package names. */
  List<String> scriptsOf(String name) throws ClusterException {
    List<String> scripts = new ArrayList<>();
    for (String line : output(List.of("cmgetconf", "-p", name)).lines().toList()) {
      String[] words = line.strip().split("\\s+", 2);
      if (words.length == 2 && SCRIPTS.contains(words[0].toLowerCase(Locale.ROOT))) {
        scripts.add(words[1].replace("\"", "").strip());
      }
    }
    return scripts;
  }

  private String output(List<String> words) throws ClusterException {
    try {
      return commands.output(words, deadline);
    } catch (CommandException e) {
      throw new ClusterException(String.valueOf(e.getMessage()));
    }
  }
}
