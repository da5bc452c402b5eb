package org.scxvm.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;

/** Programs of this machine. They stay in the process group of the method, as the RGM wants it. */
public final class SystemCommands implements Commands {

  private static final File NOTHING = new File("/dev/null");

  /** No answer of a cluster command is longer; a program gone wild must not fill our memory. */
  private static final int OUTPUT_MAX = 1 << 20;

  @Override
  public Ended run(List<String> words, Deadline deadline) throws CommandException {
    Process process = start(words);
    try {
      return BoundedCall.<Ended, IOException>run(words.get(0), deadline, () -> ended(process));
    } catch (TimeoutException e) {
      throw new CommandException(String.join(" ", words) + ": did not end in time, killed");
    } catch (IOException e) {
      throw new CommandException(String.join(" ", words) + ": " + e.getMessage());
    } finally {
      process.destroyForcibly();
    }
  }

  @Override
  public boolean isThere(String path) {
    return new File(path).canExecute();
  }

  private static Process start(List<String> words) throws CommandException {
    try {
      return new ProcessBuilder(words).redirectInput(Redirect.from(NOTHING)).start();
    } catch (IOException e) {
      throw new CommandException(String.join(" ", words) + ": cannot be run: " + e.getMessage());
    }
  }

  private static Ended ended(Process process) throws IOException {
    CompletableFuture<String> err = new CompletableFuture<>();
    Thread reader = new Thread(() -> err.complete(errorText(process)), "stderr of a command");
    reader.setDaemon(true);
    reader.start();
    String out = text(process.getInputStream());
    try {
      int status = process.waitFor();
      // A grandchild may keep stderr open; what the command itself wrote is there at once.
      reader.join(TimeUnit.SECONDS.toMillis(1));
      return new Ended(status, out, err.getNow(""));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for it");
    }
  }

  private static String errorText(Process process) {
    try {
      return text(process.getErrorStream());
    } catch (IOException e) {
      return "(its stderr could not be read: " + e.getMessage() + ")";
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readNBytes(OUTPUT_MAX), StandardCharsets.UTF_8);
  }
}
