package org.scxvm.probe;

import org.scxvm.resource.DomainName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.MethodLimit;

/**
 * What is to be probed.
 *
 * @param connectUri the hypervisor of this node
 * @param limit how long it may take
 */
public record ProbeRequest(
    ResourceName resource, DomainName domain, String connectUri, MethodLimit limit) {}
