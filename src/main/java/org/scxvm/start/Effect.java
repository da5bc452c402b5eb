package org.scxvm.start;

import java.util.Optional;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;

/**
 * What came of one step.
 *
 * @param heard the hypervisor took it up or refused it; if not, it may still take effect
 * @param failure why it did not work
 */
record Effect(boolean heard, Optional<String> failure) {

  static final Effect TAKEN = new Effect(true, Optional.empty());

  static Effect failed(String cause) {
    return new Effect(true, Optional.of(cause));
  }

  /** A call without an answer may or may not have taken effect: the next look tells. */
  static Effect of(HypervisorException e) {
    return new Effect(e.fault() != Fault.SILENT, Optional.of(e.words()));
  }
}
