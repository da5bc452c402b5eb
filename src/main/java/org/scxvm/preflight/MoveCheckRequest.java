package org.scxvm.preflight;

import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/**
 * A migration that somebody thinks of.
 *
 * @param connectUri the hypervisor of this node
 * @param target the node to which the domain would go
 * @param move how it would be moved
 * @param deadline when everything must have been asked
 */
public record MoveCheckRequest(
    DomainName domain, String connectUri, NodeName target, MoveRequest move, Deadline deadline) {}
