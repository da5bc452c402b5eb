package org.scxvm.placement;

import org.scxvm.resource.DomainName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.MethodLimit;

/**
 * What might come to this node.
 *
 * @param folder the domain pathname
 * @param connectUri the hypervisor of this node
 * @param migrates whether the domain is migrated in a switch, so that both nodes need its disks
 * @param limit how long the answer may take
 */
public record PlacementRequest(
    ResourceName resource,
    DomainName domain,
    String folder,
    String connectUri,
    boolean migrates,
    MethodLimit limit) {}
