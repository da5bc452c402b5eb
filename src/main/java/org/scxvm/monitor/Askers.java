package org.scxvm.monitor;

import org.scxvm.cluster.Recovery;
import org.scxvm.watched.Registration;

/**
 * Who speaks with the cluster manager for the monitor's one thread. Nothing here waits: what comes
 * of it comes back as a {@link Note}.
 */
interface Askers {

  /** Asks for the number of restarts: Counted. */
  void count(Registration registration);

  /** Asks to bring a domain up again: Answered. */
  void recover(Registration registration, Recovery recovery, Finding why);

  /** Tells an operator and the cluster manager; nothing comes back. */
  void tell(Registration registration, Deed.Tell what);
}
