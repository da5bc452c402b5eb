package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.Optional;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveSample;
import org.scxvm.time.Deadline;

/** What can be asked of libvirt while it moves a domain. The calls that can fail may also hang. */
interface MoveCalls {

  /** Begins to migrate, and returns at once; what comes of it, {@link #endBy} tells. */
  void begin();

  /**
   * Waits for the end of the call that migrates. The answer is empty if it has not ended by then;
   * else it holds nothing for a success, and libvirt's words for an error.
   */
  Optional<Optional<String>> endBy(Deadline deadline);

  /** How far the job is. */
  MoveSample sample() throws LibvirtException;

  /** How long the guest may stand still at the end. */
  int allowDowntime(Duration downtime) throws LibvirtException;

  /** Ends the job; the call that migrates then ends by itself. */
  int cancel() throws LibvirtException;

  /** What it has taken, as libvirt measured it; told once only. */
  MoveFigures figures() throws LibvirtException;
}
