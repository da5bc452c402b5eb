package org.scxvm.start;

import org.scxvm.migration.PeerAddresses;
import org.scxvm.owner.PeerCheck;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.MethodLimit;

/**
 * What is to be started.
 *
 * @param connectUri the hypervisor of this node
 * @param peers how the hypervisors of the other nodes are reached
 * @param peerCheck what follows from another node that does not answer
 * @param fetch how a domain that runs on another node is brought here; normal: it is not
 * @param limit how long it may take
 */
public record StartRequest(
    ResourceName resource,
    DomainName domain,
    String connectUri,
    PeerAddresses peers,
    PeerCheck peerCheck,
    FailoverType fetch,
    MethodLimit limit) {}
