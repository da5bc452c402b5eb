package org.scxvm.stop;

import java.util.List;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.MigrationFailure;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.MethodLimit;

/**
 * What is to be stopped, and how.
 *
 * @param connectUri the hypervisor of this node
 * @param migrationFailure what becomes of the domain when its migration was tried and failed
 * @param modes how the guest is asked to shut down, in turn; nothing: it is not asked
 * @param peers how the hypervisors of the other nodes are reached
 * @param log how the command log is asked where the cluster cannot tell where the group goes
 * @param limit how long it may take
 */
public record StopRequest(
    ResourceName resource,
    DomainName domain,
    String connectUri,
    FailoverType failoverType,
    MigrationFailure migrationFailure,
    List<ShutdownMode> modes,
    PeerAddresses peers,
    LogRequest log,
    MethodLimit limit) {

  /** The same, but a domain that could not be migrated stays where it is. */
  public StopRequest staying() {
    return new StopRequest(
        resource,
        domain,
        connectUri,
        failoverType,
        MigrationFailure.STAY,
        modes,
        peers,
        log,
        limit);
  }
}
