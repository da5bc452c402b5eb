package org.scxvm;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scxvm.cli.AgentCommandLine;
import org.scxvm.hypervisor.libvirt.LibvirtLibrary;
import org.scxvm.time.SystemTime;

/** Chooses the adapters, runs the command line and ends the JVM. */
public final class Main {

  private Main() {}

  /** Runs the agent. */
  public static void main(String[] words) {
    LeanLibraries.prepare();
    if (words.length > 1) { // help and the like do without
      LibvirtLibrary.loadBeside();
    }
    SystemTime time = new SystemTime();
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    Signals.handle(time, err, words.length > 0 && AgentCommandLine.stays(words[0]));
    if (words.length > 2 && words[0].equals(Rehearsal.WORD)) {
      rehearse(time, words);
      return; // the JVM itself has to end, or it archives nothing
    }
    int status = commandLine(new SystemAdapters(time)).run(out, err, words);
    out.flush();
    err.flush();
    Exit.now(status);
  }

  /** As it is in every call. */
  static AgentCommandLine commandLine(SystemAdapters adapters) {
    return new AgentCommandLine(adapters, Main::version);
  }

  private static void rehearse(SystemTime time, String... words) {
    List<String> called = Arrays.asList(words).subList(2, words.length);
    try {
      Rehearsal.play(new SystemAdapters(time), Path.of(words[1]), called);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintWriter writer(java.io.OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("not packaged");
  }
}
