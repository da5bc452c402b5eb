package org.scxvm.message.syslog;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scxvm.message.MessageSink;
import org.scxvm.message.Severity;

/**
 * syslog(3) of libc. Solaris computes the id from the format and its syslogd writes it; elsewhere
 * the agent writes the same prefix itself, so that a line looks alike everywhere.
 */
public final class SyslogSink implements MessageSink {

  private static final int LOG_CONS = 2;
  private static final int FACILITY_DAEMON = 3 << 3;

  private static final long LINE_LIMIT_SECONDS = 1;

  private volatile boolean jammed;

  /** libc keeps the pointer that openlog was given, so the text must outlive every call. */
  private final Memory ident;

  public SyslogSink(String ident) {
    byte[] bytes = ident.getBytes(StandardCharsets.UTF_8);
    this.ident = new Memory(bytes.length + 1L);
    this.ident.write(0, bytes, 0, bytes.length);
    this.ident.setByte(bytes.length, (byte) 0);
    libc("openlog").invokeVoid(new Object[] {this.ident, LOG_CONS, FACILITY_DAEMON});
  }

  /**
   * syslog(3) blocks while the log daemon's queue is full. A line that is not taken in time is
   * lost, and so are those after it: a Stop must not hang because a log daemon does.
   */
  @Override
  public void write(Severity severity, int id, String text) {
    if (jammed) {
      return;
    }
    CompletableFuture<Boolean> written = new CompletableFuture<>();
    Thread thread = new Thread(() -> written.complete(send(severity, id, text)), "syslog");
    thread.setDaemon(true);
    thread.start();
    try {
      jammed = !written.get(LINE_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      jammed = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean send(Severity severity, int id, String text) {
    String line =
        Platform.isSolaris()
            ? text
            : String.format(Locale.ROOT, "[ID %06d daemon.%s] %s", id, severity.word(), text);
    int priority = FACILITY_DAEMON | severity.level();
    libc("syslog").invokeVoid(new Object[] {priority, "%s", line});
    return true;
  }

  private static Function libc(String function) {
    return NativeLibrary.getInstance("c").getFunction(function);
  }
}
