package org.scxvm.switchover;

import java.util.List;
import java.util.Optional;
import org.scxvm.resource.NodeName;

/**
 * What the cluster says about the switch of a group.
 *
 * @param targets where it goes; empty altogether if this cluster manager cannot tell
 * @param nodeList the nodes that may have the group
 * @param thisNode the node that loses it
 * @param faulted the resource's status here is FAULTED
 */
public record SwitchFacts(
    Optional<List<NodeName>> targets,
    List<NodeName> nodeList,
    NodeName thisNode,
    boolean faulted) {}
