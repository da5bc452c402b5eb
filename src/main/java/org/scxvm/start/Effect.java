package org.scxvm.start;

import java.util.Optional;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;

/**
 * What came of one step.
 *
 * @param heard the hypervisor took it up; if not, the step may be repeated
 * @param failure why it is of no use to go on
 */
record Effect(boolean heard, Optional<String> failure) {

  static final Effect TAKEN = new Effect(true, Optional.empty());
  static final Effect NOT_HEARD = new Effect(false, Optional.empty());

  static Effect failed(String cause) {
    return new Effect(true, Optional.of(cause));
  }

  /** A call without an answer may or may not have taken effect: the next look tells. */
  static Effect of(HypervisorException e) {
    return e.fault() == Fault.SILENT ? NOT_HEARD : failed(e.words());
  }
}
