package org.scxvm.message;

import static org.scxvm.message.Severity.DEBUG;
import static org.scxvm.message.Severity.ERROR;
import static org.scxvm.message.Severity.INFO;
import static org.scxvm.message.Severity.NOTICE;

/**
 * The messages of the agent of 2008, byte for byte with their typing errors: the id that
 * administrators have in their filters is a hash of these bytes.
 */
@SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
public enum AncestorMessage implements Message {
  NOT_BOOTED_WITH_XVM(
      ERROR,
      "Node is not booted with xVM",
      "Solaris runs on this node, but not under the xVM hypervisor.",
      "Make the xVM entry the default of the boot menu and boot the node."),
  PATHNAME_NOT_FOUND(
      ERROR,
      "Domain pathname not found",
      "The folder of Domain_pathname does not exist on this node.",
      "Mount the shared file system, or correct Domain_pathname."),
  FAILOVER_TYPE_NOT_VALID(
      ERROR,
      "Failover_type %s is not valid",
      "Failover_type has a value that the agent does not know.",
      "Set it to normal, migrate or \"migrate --live\"."),
  DEFINED_FROM_SAVED(
      NOTICE,
      "Domain %s defined using %s/%s.xml",
      "libvirt did not know the domain on this node; it was defined from the saved definition.",
      "None."),
  SAVED_MISSING(
      ERROR,
      "%s/%s.xml missing for domain %s",
      "libvirt does not know the domain on this node and there is no saved definition of it.",
      "Check Domain_name and Domain_pathname. Define the domain on one node and start it there."),
  DOES_NOT_EXIST(
      ERROR,
      "Domain %s does not exist",
      "The domain cannot be started because there is no definition of it.",
      "Create the domain, for example with virt-install, then start the resource again."),
  NO_OP_START(
      NOTICE,
      "NO-OP START being performed",
      "The domain was migrated to this node and is running here: there is nothing to start.",
      "None."),
  MANUALLY_STARTED(
      NOTICE,
      "Domain %s was manually started",
      "The domain was running here already, though this agent did not bring it.",
      "None. Start and stop the domain through the cluster."),
  STARTED(INFO, "Domain %s started", "The domain was started and is running.", "None."),
  FAILED_TO_START(
      ERROR,
      "Domain %s failed to start",
      "The domain could not be started, or was not seen running in time.",
      "Read the messages before and after this one: they name the cause."),
  SAVING_FAILED(
      ERROR,
      "/usr/bin/virsh dumpxml %s > %s/%s.xml failed",
      "The domain runs, but its definition could not be saved for the other nodes. The one that was"
          + " saved before is still there.",
      "Mend what the next message names, then restart the resource."),
  INVALID_FAILOVER_TYPE(
      ERROR,
      "Invalid Failover_type=%s",
      "Failover_type has a value that the agent does not know, so Stop cannot know what to do.",
      "Set it to normal, migrate or \"migrate --live\"."),
  TARGET_NOT_FOUND(
      NOTICE,
      "Target host not found, normal failover will be perfomed",
      "The resource group is not being switched to a named node: there is no node to migrate to.",
      "None. The domain is shut down here and started on the node that the cluster chooses."),
  EVACUATED(
      NOTICE,
      "Node is being evacuated, normal failover will be perfomed",
      "The node is being evacuated and the cluster did not say where the group will go.",
      "None. The domain is shut down here and started on the node that the cluster chooses."),
  TARGET_NOT_IN_NODELIST(
      NOTICE,
      "Target host %s not matched with the resource group nodelist,"
          + " normal failover will be perfomed",
      "The node to which the group is being switched is not another node of its node list.",
      "None. The domain is shut down here and started on the node that the cluster chooses."),
  BEING_MOVED(
      NOTICE, "Domain %s is being %s to %s", "The migration of the domain has begun.", "None."),
  MOVED(
      NOTICE,
      "Domain %s successfully %s to %s",
      "The domain was migrated and was seen on the other node.",
      "None."),
  NO_OP_STOP(
      NOTICE,
      "NO-OP STOP being performed",
      "The domain was migrated to the node to which its group goes: there is nothing to stop.",
      "None."),
  MOVE_TIMED_OUT_2008(
      NOTICE,
      "Migration of domain %s timed out, the domain state is now shut off",
      "Kept for its id only: the agent of 2008 wrote it without a look at the domain.",
      "None. This agent never writes it."),
  MOVE_FAILED(
      NOTICE,
      "Domain %s failed to %s to %s, normal failover will be perfomed",
      "The domain could not be migrated. Where it is, both nodes are asked; here it is shut down.",
      "Read the next message: it names the cause."),
  NOT_GRACEFUL(
      NOTICE,
      "Domain %s failed to shutdown gracefully",
      "The guest did not shut down within its share of Stop_timeout. It is now destroyed.",
      "Check that the guest reacts to the power button, or raise Stop_timeout."),
  SHUT_DOWN(INFO, "Domain %s has been gracefully shutdown", "The guest has shut down.", "None."),
  CANNOT_SHUT_DOWN(
      NOTICE,
      "Domain %s failed to gracefully shutdown, immediate shutdown will now be performed",
      "The guest could not be asked to shut down. It is now destroyed.",
      "Read the next message: it names the cause."),
  DESTROYED(
      NOTICE,
      "Domain %s has been immediately terminated",
      "The domain was destroyed and is off.",
      "None. The guest checks its file systems at the next start."),
  NOT_DESTROYED(
      ERROR,
      "Domain %s failed to shutdown immediately",
      "The domain could not be destroyed in time; it may still run here.",
      "End the domain by hand, make sure that its process is gone, then clear" + " STOP_FAILED."),
  DEBUG_TEXT(DEBUG, "%s", "A step of the agent, written at Debug_level 1 or 2.", "None.");

  private final Entry entry;

  AncestorMessage(Severity severity, String format, String explanation, String action) {
    this.entry = new Entry(severity, format, explanation, action);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
