package org.scxvm.cluster.serviceguard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.GroupScript;
import org.scxvm.cluster.GroupView;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;

/** A package is both the resource and its group. */
record ServiceguardGroup(ServiceguardCall call, ResourceIdentity identity, TellingCommands telling)
    implements GroupView {

  @Override
  public String name() {
    return identity.resource().value();
  }

  /** Nobody says where a package goes: a halt never migrates. */
  @Override
  public Optional<List<NodeName>> targetNodes() {
    return Optional.of(List.of());
  }

  /** Nobody is asked; so nothing is fetched from there. */
  @Override
  public boolean isOfflineOn(NodeName node) {
    return false;
  }

  /** All nodes of the cluster: a domain may run on any of them, wherever its package may. */
  @Override
  public List<NodeName> nodeList() throws ClusterException {
    return List.copyOf(telling.cluster().nodes());
  }

  /** Of this package those of the configuration that is to be, where the call has it. */
  @Override
  public List<GroupScript> scripts() throws ClusterException {
    List<GroupScript> scripts = new ArrayList<>();
    Set<String> packages = new LinkedHashSet<>(telling.cluster().packages());
    if (!call.scripts().isEmpty()) {
      packages.remove(name());
      call.scripts().forEach(path -> scripts.add(new GroupScript(name(), path)));
    }
    for (String each : packages) {
      telling.scriptsOf(each).forEach(path -> scripts.add(new GroupScript(each, path)));
    }
    return scripts;
  }
}
