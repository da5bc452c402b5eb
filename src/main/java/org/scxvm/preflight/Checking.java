package org.scxvm.preflight;

import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Presence;
import org.scxvm.message.FindingMessage;
import org.scxvm.message.Findings;
import org.scxvm.message.Message;
import org.scxvm.message.PreflightMessage;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/** What the checks of one migration have in common. */
final class Checking {

  private final MoveCheckRequest request;
  private final CheckMove ports;
  private final Findings findings;
  private final Side here;
  private final Side there;
  private int disksWritten;
  private int disksLocked;

  Checking(MoveCheckRequest request, CheckMove ports, Findings findings) {
    this.request = request;
    this.ports = ports;
    this.findings = findings;
    Hypervisors hypervisors = ports.hypervisors();
    String local = request.connectUri();
    String remote = request.move().peerUri();
    this.here =
        new Side(
            this,
            hypervisors.at(local),
            "",
            words -> findings.add(FindingMessage.HYPERVISOR_SILENT, local, words));
    this.there =
        new Side(
            this,
            hypervisors.at(remote),
            " on node " + request.target(),
            words -> findings.add(PreflightMessage.TARGET_SILENT, request.target(), remote, words));
  }

  MoveCheckRequest request() {
    return request;
  }

  CheckMove ports() {
    return ports;
  }

  Findings findings() {
    return findings;
  }

  /** A disk that is written to, by this node at least. */
  void noteDiskWritten() {
    disksWritten++;
  }

  /** One of them has a lock that reaches other nodes. */
  void noteDiskLocked() {
    disksLocked++;
  }

  boolean areDisksLocked() {
    return disksWritten > 0 && disksLocked == disksWritten;
  }

  /** This node. */
  Side here() {
    return here;
  }

  /** The node to which the domain would go. */
  Side there() {
    return there;
  }

  DomainName domain() {
    return request.domain();
  }

  NodeName target() {
    return request.target();
  }

  Deadline call() {
    return request.deadline().within(Side.CALL_LIMIT);
  }

  /** Whether the files of this machine are those of the hypervisor here: a URI without a host. */
  boolean hasFilesHere() {
    return request.connectUri().contains(":///");
  }

  /** What the target's hypervisor says of something that the domain needs by its name. */
  void tell(Presence presence, Message notListed, String kind, String name) {
    switch (presence) {
      case THERE -> {}
      case NOT_LISTED -> findings.add(notListed, name, domain(), target());
      case NOT_TOLD ->
          findings.add(PreflightMessage.NOT_TOLD_THERE, target(), kind + " " + name, domain());
    }
  }

  void notChecked(String what, String cause) {
    findings.addWithCause(FindingMessage.NOT_CHECKED, cause, domain(), what);
  }
}
