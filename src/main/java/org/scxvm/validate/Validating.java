package org.scxvm.validate;

import java.time.Duration;
import java.util.List;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.definition.ConfiguredFile;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.ForgottenFolder;
import org.scxvm.folder.SharedFolder;
import org.scxvm.message.Findings;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/** What the checks of one Validate have in common. */
record Validating(ValidateRequest request, ValidateResource ports, Findings findings) {

  /** Whatever needs longer counts as silent. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  Deadline call() {
    return request.limit().answer().within(CALL_LIMIT);
  }

  Cluster cluster() {
    return ports.cluster().apply(call());
  }

  /** The nodes of the group; none if no cluster manager says which. */
  List<NodeName> nodes() throws ClusterException {
    return cluster().group().nodeList();
  }

  /** The definition that a Start would look for. */
  SavedDefinitions saved(Wanted wanted) {
    SharedFolder folder = wanted.folder().map(this::folder).orElseGet(ForgottenFolder::new);
    return new SavedDefinitions(
        folder,
        request.resource(),
        wanted.config().map(path -> ConfiguredFile.at(path, this::folder)));
  }

  private SharedFolder folder(String path) {
    return ports.folders().at(path, call());
  }
}
