package org.scxvm.start;

import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.MethodLimit;

/**
 * What is to be started.
 *
 * @param connectUri the hypervisor of this node
 * @param peers how the hypervisors of the other nodes are reached
 * @param limit how long it may take
 */
public record StartRequest(
    ResourceName resource,
    DomainName domain,
    String connectUri,
    PeerAddresses peers,
    MethodLimit limit) {}
