package org.scxvm.hypervisor;

/** What the second witness says: is there a hypervisor process of the domain? */
public sealed interface ProcessSighting {

  /** There is one. */
  record Alive(long pid) implements ProcessSighting {
    @Override
    public String toString() {
      return "its hypervisor process " + pid + " is alive";
    }
  }

  /** Looked, and there is none. */
  record Absent() implements ProcessSighting {
    @Override
    public String toString() {
      return "it has no hypervisor process";
    }
  }

  /** There is nothing to look at from here; this never counts as absent. */
  record CannotLook(String reason) implements ProcessSighting {
    @Override
    public String toString() {
      return "its hypervisor process cannot be looked for: " + reason;
    }
  }

  /** Looked, and got no answer: a process may be stuck, and one that is stuck can hang the look. */
  record NoAnswer(String reason) implements ProcessSighting {
    @Override
    public String toString() {
      return "the look for its hypervisor process failed: " + reason;
    }
  }

  /** Somebody has stopped it (SIGSTOP): the guest stands still, and libvirt does not know. */
  record Stopped(long pid) implements ProcessSighting {
    @Override
    public String toString() {
      return "its hypervisor process " + pid + " is stopped";
    }
  }

  /** libvirt's answer was enough. */
  record NotNeeded() implements ProcessSighting {
    @Override
    public String toString() {
      return "no look at its process needed";
    }
  }
}
