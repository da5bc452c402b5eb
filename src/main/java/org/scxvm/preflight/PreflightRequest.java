package org.scxvm.preflight;

import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.MethodLimit;

/**
 * A migration that a person thinks of.
 *
 * @param connectUri the hypervisor of this node
 * @param target the node to which the domain would go
 * @param type what a switch does with the domain
 * @param peers how the other nodes are reached
 * @param limit how long the answer may take
 */
public record PreflightRequest(
    ResourceName resource,
    DomainName domain,
    String connectUri,
    NodeName target,
    FailoverType type,
    PeerAddresses peers,
    MethodLimit limit) {}
