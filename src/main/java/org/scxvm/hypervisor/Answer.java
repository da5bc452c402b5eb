package org.scxvm.hypervisor;

import java.util.Optional;

/** What libvirt says about a domain on one node. */
public sealed interface Answer {

  /** The domain has a hypervisor process. */
  record Active(String uuid, Activity activity) implements Answer {
    @Override
    public String toString() {
      return activity.toString();
    }
  }

  /** The domain is defined and off. */
  record Inactive(String uuid, OffReason reason) implements Answer {

    /** libvirt's reason is that the domain was migrated away. */
    public boolean handedOver() {
      return reason == OffReason.MIGRATED;
    }

    @Override
    public String toString() {
      return reason.toString();
    }
  }

  /** libvirt has no such domain. */
  record NotKnown() implements Answer {
    @Override
    public String toString() {
      return "not known to libvirt";
    }
  }

  /** libvirt gave no answer in time, or cannot be reached. */
  record Silent(String reason) implements Answer {
    @Override
    public String toString() {
      return "libvirt gives no answer (" + reason + ")";
    }
  }

  /** The identity of the domain, where libvirt told it. */
  default Optional<String> knownUuid() {
    if (this instanceof Active active) {
      return Optional.of(active.uuid());
    }
    if (this instanceof Inactive inactive) {
      return Optional.of(inactive.uuid());
    }
    return Optional.empty();
  }

  /** What the domain does; empty unless it is active. */
  default Optional<Activity> doing() {
    return this instanceof Active active ? Optional.of(active.activity()) : Optional.empty();
  }
}
