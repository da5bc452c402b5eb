package org.scxvm.recover;

import java.util.Optional;
import java.util.Set;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.MethodLimit;

/**
 * What is to be put right.
 *
 * @param connectUri the hypervisor of this node
 * @param peers how the hypervisors of the other nodes are reached
 * @param word what the person says who calls
 * @param limit how long it may take
 */
public record RecoverRequest(
    ResourceName resource,
    DomainName domain,
    String connectUri,
    PeerAddresses peers,
    Word word,
    MethodLimit limit) {

  /**
   * The word of a person.
   *
   * @param dryRun nothing is to be changed
   * @param notOn nodes that do not have the domain, for sure
   * @param keep where it is to stay if it runs twice
   */
  public record Word(boolean dryRun, Set<NodeName> notOn, Optional<NodeName> keep) {}
}
