package org.scxvm.cluster.ocf;

import java.util.List;
import java.util.Set;
import org.scxvm.cluster.ClusterException;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/**
 * The nodes, as Pacemaker's commands tell them.
 *
 * @param called whether a cluster has called: then there is one that must answer
 */
record PacemakerNodes(Commands commands, Deadline deadline, boolean called) {

  private static final List<String> NODES = List.of("crm_mon", "-1", "--output-as=xml");
  private static final List<String> STATUS = List.of("cibadmin", "-Q", "-o", "status");

  /** Those that may have a domain; none by hand, without a cluster. */
  Set<NodeName> all() throws ClusterException {
    return monitor().nodes();
  }

  /** Whether a node was fenced, and has not been back since. */
  boolean isFenced(NodeName node) throws ClusterException {
    return monitor().mayBeFenced(node) && NodeHistories.parse(output(STATUS)).areGoneOf(node);
  }

  /** Whoever was called by a cluster must know its nodes: a domain may run on any of them. */
  private CrmMonitor monitor() throws ClusterException {
    try {
      return CrmMonitor.parse(output(NODES));
    } catch (ClusterException e) {
      if (called) {
        throw e;
      }
      return CrmMonitor.none();
    }
  }

  private String output(List<String> words) throws ClusterException {
    try {
      return commands.output(words, deadline);
    } catch (CommandException e) {
      throw new ClusterException(String.valueOf(e.getMessage()));
    }
  }
}
