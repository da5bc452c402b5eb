package org.scxvm.cli;

import java.io.PrintWriter;
import java.util.Set;
import org.scxvm.config.LogTarget;
import org.scxvm.message.Messages;

/** Where messages and debug lines go. */
public interface Reporting {

  /**
   * Opens the way for messages.
   *
   * @param ident what stands before each line in syslog
   * @param err the caller's stderr
   */
  Messages open(String ident, Set<LogTarget> targets, PrintWriter err);

  /** Shows debug lines as well, from level 1 on. */
  void debug(int level, Messages messages);
}
