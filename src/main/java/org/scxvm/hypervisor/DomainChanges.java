package org.scxvm.hypervisor;

import java.time.Duration;

/** A hint that it is worth looking again. What happened, only a look tells. */
public interface DomainChanges extends AutoCloseable {

  /** Returns when libvirt reports a change of the domain, at the latest after that time. */
  void await(Duration atMost);

  @Override
  void close();
}
