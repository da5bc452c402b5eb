package org.scxvm.validate;

import java.util.Optional;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.FailoverType;

/**
 * The settings that can be used; those that cannot are missing here.
 *
 * @param folder the domain pathname
 * @param config the file that the domain is defined from; usually there is none
 * @param connectUri the hypervisor of this node
 * @param peers how the other nodes are reached
 */
record Wanted(
    Optional<DomainName> domain,
    Optional<String> folder,
    Optional<String> config,
    Optional<FailoverType> type,
    String connectUri,
    Optional<PeerAddresses> peers) {

  boolean migrates() {
    return type.filter(FailoverType::migrates).isPresent();
  }
}
