package org.scxvm;

import java.io.PrintWriter;
import java.util.List;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.message.MonitorMessage;
import org.scxvm.message.StderrSink;
import org.scxvm.message.syslog.SyslogSink;
import org.scxvm.time.SystemTime;
import sun.misc.Signal;

/**
 * SIGTERM and SIGABRT, with which the RGM ends a method that is past its timeout, and SIGINT of a
 * person. The process ends at once: a migration that it holds is rolled back by libvirt. To the
 * fault monitor, which stays until it is told to end, it is no failure.
 */
final class Signals {

  private static final List<String> ENDING = List.of("TERM", "ABRT", "INT", "HUP");
  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;

  private Signals() {}

  /**
   * Ends this process when one comes.
   *
   * @param stays whether it is the fault monitor
   */
  static void handle(SystemTime time, PrintWriter err, boolean stays) {
    for (String name : ENDING) {
      Signal.handle(
          new Signal(name),
          stays ? signal -> end(err) : signal -> end(signal.getName(), time, err));
    }
  }

  private static void end(String name, SystemTime time, PrintWriter err) {
    messages(err).say(AgentMessage.INTERRUPTED, name, time.sinceStart().toMillis());
    Exit.now(FAILURE);
  }

  private static void end(PrintWriter err) {
    messages(err).say(MonitorMessage.ENDED);
    Exit.now(SUCCESS);
  }

  private static Messages messages(PrintWriter err) {
    return new Messages(List.of(new SyslogSink("SC[SUNWscxvm]"), new StderrSink(err)));
  }
}
