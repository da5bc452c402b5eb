package org.scxvm.status;

import org.scxvm.config.Settings;
import org.scxvm.definition.DomainFiles;
import org.scxvm.folder.SharedFolder;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.MethodLimit;

/**
 * Which resource is to be described.
 *
 * @param connectUri the hypervisor of this node
 * @param files what is kept in its shared folder
 * @param state the state folder of this node
 */
public record DescribeRequest(
    ResourceIdentity identity,
    DomainName domain,
    String connectUri,
    DomainFiles files,
    SharedFolder state,
    Settings settings,
    MethodLimit limit) {}
