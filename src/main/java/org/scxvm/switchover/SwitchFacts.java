package org.scxvm.switchover;

import java.util.List;
import java.util.Optional;
import org.scxvm.resource.NodeName;

/**
 * What is known about the switch of a group when its domain has to leave this node.
 *
 * @param course where the group goes
 * @param nodeList the nodes that may have the group
 * @param thisNode the node that loses it
 * @param faulted the fault monitor has found the domain faulty here
 * @param unwell what is wrong with the guest, if it is not plainly well
 */
public record SwitchFacts(
    Course course,
    List<NodeName> nodeList,
    NodeName thisNode,
    boolean faulted,
    Optional<String> unwell) {}
