package org.scxvm.monitor;

import java.util.Map;
import java.util.Optional;
import org.scxvm.cluster.Recovery;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.Sighting;

/** What reaches the fault monitor's one thread from all others. */
sealed interface Note {

  /** Something of a domain may have changed. */
  record Changed(String uri, String domain) implements Note {}

  /** The guest was told of an error of one of its disks. */
  record DiskFailed(String uri, String domain) implements Note {}

  /** Changes of a hypervisor are told from now on; those before have been missed. */
  record Reached(String uri) implements Note {}

  /** Changes of a hypervisor are not told any more. */
  record Lost(String uri) implements Note {}

  /**
   * A look at the domain of one registration.
   *
   * @param process its process, where one could be seen
   */
  record Seen(String id, Sighting sighting, Optional<ProcessIdentity> process) implements Note {}

  /** The process of one registration's domain has ended; libvirt may not know it yet. */
  record Ended(String id, ProcessIdentity process) implements Note {}

  /** A look at all domains of a hypervisor, by name. */
  record AllSeen(String uri, Map<String, Answer> answers) implements Note {}

  /**
   * A check of the guest of one registration.
   *
   * @param weight what speaks against it; 0 if nothing does
   */
  record Checked(String id, int weight, String words) implements Note {}

  /** The restarts that the cluster manager has counted; empty if it did not say. */
  record Counted(String id, Optional<Integer> restarts) implements Note {}

  /** What came of asking the cluster manager. */
  record Answered(String id, Recovery recovery, Asked outcome) implements Note {}

  /** The monitor is to end. */
  record End() implements Note {}
}
