package org.scxvm.cli;

import org.scxvm.host.Host;
import org.scxvm.host.HostException;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which boot of this machine it is. */
final class Boot {

  private static final Logger LOG = LoggerFactory.getLogger(Boot.class);

  /** Enough to tell one boot from another. */
  private static final int LENGTH = 8;

  private Boot() {}

  /** The beginning of the id that the kernel gives each boot; empty where it gives none. */
  static String of(Host host, Deadline deadline) {
    try {
      return host.bootId(deadline).map(id -> id.substring(0, LENGTH) + "-").orElse("");
    } catch (HostException e) {
      LOG.debug("no id of this boot: {}", e.getMessage());
      return "";
    }
  }
}
