package org.scxvm;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.scxvm.cli.AgentCommandLine;
import org.scxvm.time.SystemTime;

/** Chooses the adapters, runs the command line and ends the JVM. */
public final class Main {

  private Main() {}

  /** Runs the agent. */
  public static void main(String[] words) {
    SystemTime time = new SystemTime();
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    Signals.handle(time, err);
    int status = new AgentCommandLine(new SystemAdapters(time), version()).run(out, err, words);
    out.flush();
    err.flush();
    Exit.now(status);
  }

  private static PrintWriter writer(java.io.OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("not packaged");
  }
}
