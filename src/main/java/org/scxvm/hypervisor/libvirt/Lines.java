package org.scxvm.hypervisor.libvirt;

import java.util.concurrent.TimeoutException;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;

/**
 * Calls over the current line to one hypervisor; a line that failed is replaced for the next call.
 */
final class Lines {

  private final String uri;
  private volatile Line current;

  Lines(String uri) {
    this(uri, new Line(uri));
  }

  /** Begins with that line. */
  Lines(String uri, Line first) {
    this.uri = uri;
    this.current = first;
  }

  /** Something to do over a line. */
  interface Use<T> {
    T over(Line line) throws HypervisorException;
  }

  <T> T call(String what, Deadline deadline, Use<T> use) throws HypervisorException {
    Line line = current;
    try {
      return BoundedCall.<T, HypervisorException>run(what, deadline, () -> use.over(line));
    } catch (TimeoutException e) {
      replace(line);
      throw new HypervisorException(Fault.SILENT, what + " on " + uri + " gave no answer in time");
    } catch (HypervisorException e) {
      if (e.fault() == Fault.SILENT) {
        replace(line);
      }
      throw e;
    }
  }

  private synchronized void replace(Line failed) {
    if (current == failed) {
      current = new Line(uri);
    }
  }
}
