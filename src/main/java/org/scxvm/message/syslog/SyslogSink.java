package org.scxvm.message.syslog;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scxvm.message.Line;
import org.scxvm.message.MessageSink;

/**
 * syslog(3) of libc. Solaris computes the id from the format and its syslogd writes it; elsewhere
 * the agent writes the same prefix itself, so that a line looks alike everywhere.
 */
public final class SyslogSink implements MessageSink {

  private static final int LOG_CONS = 2;
  private static final int FACILITY_DAEMON = 3 << 3;

  private static final long LINE_LIMIT_SECONDS = 1;

  private volatile boolean jammed;

  private final String ident;

  /** libc keeps the pointer that openlog was given, so the text must outlive every call. */
  private Optional<Memory> opened = Optional.empty();

  /** A sink that opens the log with its first line: most calls have nothing to say. */
  public SyslogSink(String ident) {
    this.ident = ident;
  }

  private synchronized void open() {
    if (opened.isEmpty()) {
      byte[] bytes = ident.getBytes(StandardCharsets.UTF_8);
      Memory text = new Memory(bytes.length + 1L);
      text.write(0, bytes, 0, bytes.length);
      text.setByte(bytes.length, (byte) 0);
      libc("openlog").invokeVoid(new Object[] {text, LOG_CONS, FACILITY_DAEMON});
      opened = Optional.of(text);
    }
  }

  /**
   * syslog(3) blocks while the log daemon's queue is full. A line that is not taken in time is
   * lost, and so are those after it: a Stop must not hang because a log daemon does.
   */
  @Override
  public void write(Line line) {
    if (jammed) {
      return;
    }
    open();
    CompletableFuture<Boolean> written = new CompletableFuture<>();
    Thread thread = new Thread(() -> written.complete(send(line)), "syslog");
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

  private static boolean send(Line line) {
    List<Object> words = new ArrayList<>();
    words.add(FACILITY_DAEMON | line.severity().level());
    words.addAll(arguments(line, Platform.isSolaris()));
    libc("syslog").invokeVoid(words.toArray());
    return true;
  }

  /** The format and its values: Solaris makes the id from the format, so it gets that as it is. */
  static List<String> arguments(Line line, boolean onSolaris) {
    List<String> words = new ArrayList<>();
    if (onSolaris) {
      words.add(line.format());
      words.addAll(line.values());
      return words;
    }
    words.add("%s");
    words.add(
        String.format(
            Locale.ROOT, "[ID %06d daemon.%s] %s", line.id(), line.severity().word(), line.text()));
    return words;
  }

  private static Function libc(String function) {
    return NativeLibrary.getProcess().getFunction(function);
  }
}
