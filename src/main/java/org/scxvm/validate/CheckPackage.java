package org.scxvm.validate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.GroupScript;
import org.scxvm.cluster.ResourceView;
import org.scxvm.host.HostException;
import org.scxvm.host.HostFiles;
import org.scxvm.message.Findings;
import org.scxvm.message.Messages;
import org.scxvm.message.ServiceguardMessage;
import org.scxvm.time.Deadline;

/**
 * Judges what surrounds a domain in its package: that no script of it may wait for ever, and that
 * no commands between packages lead back to it. It changes nothing.
 */
public record CheckPackage(Cluster cluster, HostFiles files, Deadline deadline, Messages messages) {

  /** Looking, asking the other nodes, booting, and looking again. */
  private static final Duration RUN_MIN = Duration.ofMinutes(1);

  /** Four fifths of it: the guest has half of them to shut down, the rest is to destroy it. */
  private static final Duration HALT_MIN = Duration.ofSeconds(100);

  /** Whether the package can be as it is to be. */
  public boolean check() throws ClusterException {
    Findings findings = new Findings();
    checkTimeout(findings, "run_script", RUN_MIN);
    checkTimeout(findings, "halt_script", HALT_MIN);
    try {
      checkCommands(findings);
    } catch (ClusterException e) {
      findings.add(ServiceguardMessage.LOOPS_NOT_CHECKED, name(), e.words());
    } catch (HostException e) {
      findings.add(ServiceguardMessage.LOOPS_NOT_CHECKED, name(), e.words());
    }
    findings.tell(messages);
    return findings.errors() == 0;
  }

  private String name() throws ClusterException {
    return cluster.group().name();
  }

  private void checkTimeout(Findings findings, String script, Duration least)
      throws ClusterException {
    ResourceView resource = cluster.resource();
    Optional<Duration> set = resource.timeoutOf(script);
    String parameter = script + "_timeout";
    if (set.isEmpty()) {
      findings.add(ServiceguardMessage.NO_SCRIPT_TIMEOUT, parameter, name(), least.toSeconds());
    } else if (set.get().compareTo(least) < 0) {
      findings.add(
          ServiceguardMessage.SHORT_SCRIPT_TIMEOUT,
          parameter,
          name(),
          set.get().toSeconds(),
          least.toSeconds());
    }
  }

  private void checkCommands(Findings findings) throws ClusterException, HostException {
    List<GroupScript> scripts = cluster.group().scripts();
    Set<String> known = new TreeSet<>(Set.of(name()));
    scripts.forEach(script -> known.add(script.group()));
    Map<GroupScript, Set<String>> commanded = new LinkedHashMap<>();
    for (GroupScript script : scripts) {
      Optional<String> text = files.text(script.path(), deadline);
      if (text.isPresent()) {
        commanded.put(script, new ScriptCommands(script.group(), known).in(text.get()));
      }
    }
    Optional<List<CommandLoop.Step>> loop = new CommandLoop(commanded).of(name());
    if (loop.isEmpty()) {
      return;
    }
    if (loop.get().size() == 1) {
      String path = loop.get().get(0).by().path();
      findings.add(ServiceguardMessage.COMMANDS_ITSELF, path, name());
    } else {
      String way =
          loop.get().stream().map(CommandLoop.Step::toString).collect(Collectors.joining(", "));
      findings.add(ServiceguardMessage.COMMAND_LOOP, way);
    }
  }
}
