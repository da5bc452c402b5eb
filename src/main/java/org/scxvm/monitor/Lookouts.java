package org.scxvm.monitor;

import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.watched.Registration;

/**
 * Who looks at domains for the monitor's one thread. Nothing here waits: what comes of it comes
 * back as a {@link Note}.
 */
interface Lookouts {

  /** Keeps a line to a hypervisor open from now on: Reached, Lost, Changed, DiskFailed. */
  void connect(String uri);

  /** Does not keep it open any more. */
  void disconnect(String uri);

  /** Looks at a domain: Seen. */
  void look(Registration registration);

  /** Looks at all domains of a hypervisor: AllSeen. */
  void lookAtAll(String uri);

  /** Checks a guest: Checked. */
  void check(Registration registration);

  /** Tells when a process of a domain ends: Ended. */
  void awaitEnd(Registration registration, ProcessIdentity process);

  /** What a process of a domain does: the kernel says so at once. */
  ProcessCondition condition(Registration registration, ProcessIdentity process);
}
