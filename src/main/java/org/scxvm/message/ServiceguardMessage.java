package org.scxvm.message;

import static org.scxvm.message.Severity.ERROR;
import static org.scxvm.message.Severity.NOTICE;
import static org.scxvm.message.Severity.WARNING;

/** What is said under Serviceguard alone. */
@SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
public enum ServiceguardMessage implements Message {
  HALTED(
      NOTICE,
      "Package %s halts because of %s: its guest %s",
      "Serviceguard names the reason in SG_HALT_REASON. After a failure the guest may not be able"
          + " to shut down, so it is asked for a moment only.",
      "None."),
  ANOTHER_NODE_MAY(
      NOTICE,
      "Domain %s is down here and cannot be started on this node: the package may try another one",
      "Nobody else was in the way: this node alone, or its libvirt, was.",
      "Read the messages before: they name the cause on this node."),
  NO_SCRIPT_TIMEOUT(
      ERROR,
      "%s of package %s is not set, expected at least %s s",
      "Without a timeout a script that waits for ever hangs the package, and a loop of commands"
          + " between packages can hang the cluster.",
      "Set it in the package configuration and apply it again."),
  SHORT_SCRIPT_TIMEOUT(
      ERROR,
      "%s of package %s is %s s, expected at least %s s",
      "One fifth of it is left to the package's volumes, addresses and services. The guest needs"
          + " its time to shut down, and a QEMU that hangs 15 s to be destroyed.",
      "Raise it in the package configuration and apply it again."),
  COMMAND_LOOP(
      ERROR,
      "Packages command each other in a circle: %s",
      "A Serviceguard command waits for the start or halt of the other package, whose script waits"
          + " for this one: a command loop, which can hang the cluster.",
      "Take one of these commands out of its script."),
  COMMANDS_ITSELF(
      ERROR,
      "Script %s of package %s has a command to its own package",
      "Such a command waits for the script that runs it.",
      "Take the command out of the script."),
  LOOPS_NOT_CHECKED(
      WARNING,
      "Package %s could not be checked for a loop of commands between packages: %s",
      "The configurations of the packages, or their scripts, could not be read.",
      "Check it again where the cluster is up.");

  private final Entry entry;

  ServiceguardMessage(Severity severity, String format, String explanation, String action) {
    this.entry = new Entry(severity, format, explanation, action);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
