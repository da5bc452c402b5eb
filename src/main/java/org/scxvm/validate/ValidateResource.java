package org.scxvm.validate;

import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.SharedFolders;
import org.scxvm.host.Host;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Findings;
import org.scxvm.message.Messages;
import org.scxvm.time.Deadline;
import org.scxvm.validate.ValidateOutcome.Accepted;
import org.scxvm.validate.ValidateOutcome.Refused;

/**
 * Judges a resource before the cluster takes it, or a change of it: its settings and this node. It
 * tells all that is wrong, not only the first thing, and changes nothing.
 *
 * @param cluster opens the view of the cluster, proposed values included, for questions that end at
 *     a deadline
 */
public record ValidateResource(
    Hypervisors hypervisors,
    Function<Deadline, Cluster> cluster,
    SharedFolders folders,
    Host host,
    Messages messages) {

  public ValidateOutcome validate(ValidateRequest request) {
    Findings findings = new Findings();
    Validating validating = new Validating(request, this, findings);
    try {
      check(validating);
    } catch (ClusterException e) {
      findings.add(AgentMessage.CLUSTER_SILENT, e.words());
    }
    findings.tell(messages);
    return findings.errors() == 0
        ? new Accepted(findings.warnings())
        : new Refused(findings.errors(), findings.warnings());
  }

  private static void check(Validating validating) throws ClusterException {
    Wanted wanted = new SettingCheck(validating).read();
    boolean isThere = new FolderCheck(validating).check(wanted);
    new HostCheck(validating).check(wanted);
    new DomainCheck(validating).check(wanted, isThere);
    new PeerCheck(validating).check(wanted);
  }
}
