package org.scxvm.cluster.ocf;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.GroupView;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;

/** A resource of Pacemaker goes where it is sent by itself. */
record OcfGroup(OcfCall call, ResourceIdentity identity, PacemakerNodes pacemaker)
    implements GroupView {

  @Override
  public String name() {
    return identity.resource().value();
  }

  /** Only a migrate_to names a node. A stop after it must not migrate once more. */
  @Override
  public Optional<List<NodeName>> targetNodes() throws ClusterException {
    return Optional.of(call.target().stream().toList());
  }

  /** Nobody says; so nothing is fetched from there. */
  @Override
  public boolean isOfflineOn(NodeName node) {
    return false;
  }

  @Override
  public List<NodeName> nodeList() throws ClusterException {
    return List.copyOf(pacemaker.all());
  }
}
