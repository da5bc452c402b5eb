package org.scxvm;

import java.io.PrintWriter;
import java.util.List;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.message.StderrSink;
import org.scxvm.message.syslog.SyslogSink;
import org.scxvm.time.SystemTime;
import sun.misc.Signal;

/**
 * SIGTERM and SIGABRT, with which the RGM ends a method that is past its timeout, and SIGINT of a
 * person. The process ends at once: a migration that it holds is rolled back by libvirt.
 */
final class Signals {

  private static final List<String> ENDING = List.of("TERM", "ABRT", "INT", "HUP");
  private static final int FAILURE = 1;

  private Signals() {}

  static void handle(SystemTime time, PrintWriter err) {
    for (String name : ENDING) {
      Signal.handle(new Signal(name), signal -> end(signal.getName(), time, err));
    }
  }

  private static void end(String name, SystemTime time, PrintWriter err) {
    new Messages(List.of(new SyslogSink("SC[SUNWscxvm]"), new StderrSink(err)))
        .say(AgentMessage.INTERRUPTED, name, time.sinceStart().toMillis());
    Exit.now(FAILURE);
  }
}
