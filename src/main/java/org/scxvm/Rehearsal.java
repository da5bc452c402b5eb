package org.scxvm;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scxvm.cli.AgentCommandLine;
import org.scxvm.hypervisor.libvirt.LibvirtLibrary;
import org.scxvm.hypervisor.witness.ProcessWitness;
import org.scxvm.hypervisor.witness.Witnesses;
import org.scxvm.resource.DomainName;

/**
 * Plays the calls whose start should take little time, on libvirt's test driver, which touches
 * nothing; the JVM archives the classes that they need when it ends. What JNA would unpack and
 * search for in each call is put into a folder, too.
 */
final class Rehearsal {

  /** The first word of the command line; the launcher alone knows it. */
  static final String WORD = "--rehearse";

  private static final List<String> RESOURCE =
      List.of("-R", "rehearsal", "--domain", "test", "--connect", "test:///default");

  /** By this command the agent knows that there is a cluster manager. */
  private static final String CLUSTER = "stage/scha_resource_get";

  private static final List<String> LIBRARIES = List.of("virt", "virt-qemu");

  private Rehearsal() {}

  /**
   * Plays them.
   *
   * @param folder where the libraries go
   * @param called the subcommands
   */
  static void play(SystemAdapters adapters, Path folder, List<String> called) throws IOException {
    List<String> methods = new ArrayList<>(called);
    if (methods.remove(AgentCommandLine.STAYS)) {
      Thread monitor = new Thread(() -> called(adapters, AgentCommandLine.STAYS), "monitor");
      monitor.setDaemon(true);
      monitor.start();
    }
    methods.forEach(method -> play(adapters, folder, method));
    Path cluster = folder.resolve(CLUSTER);
    Path aside = Files.move(cluster, folder.resolve(CLUSTER + ".aside"));
    methods.forEach(method -> play(adapters, folder, method)); // as it is without a cluster manager
    Files.move(aside, cluster);
    LibvirtLibrary.loadBeside();
    lookForProcesses(folder.resolve("stage"));
    Exit.prepare(); // without which the JAR would be opened for this one class
    keepLibraries(folder);
  }

  private static void play(SystemAdapters adapters, Path folder, String method) {
    List<String> words = new ArrayList<>(List.of(method));
    words.addAll(RESOURCE);
    words.addAll(List.of("--domain-pathname", folder + "/stage", "--timeout", "30"));
    called(adapters, words.toArray(new String[0]));
  }

  private static void called(SystemAdapters adapters, String... words) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.commandLine(adapters).run(nowhere, nowhere, words);
  }

  /** As on a hypervisor that has processes: the test driver has none. */
  private static void lookForProcesses(Path stage) throws IOException {
    DomainName nobody = new DomainName("rehearsal");
    Files.writeString(
        Files.createDirectories(stage.resolve("qemu")).resolve(nobody + ".pid"), "0\n");
    for (String uri : List.of("qemu:///system", "qemu+unix:///system?socket=" + stage + "/sock")) {
      ProcessWitness witness = Witnesses.of(uri);
      witness.lookAtActive(nobody);
      witness.look(nobody, Optional.empty());
      Witnesses.self().ifPresent(Witnesses.processesOf(uri)::condition);
    }
  }

  private static void keepLibraries(Path folder) throws IOException {
    String library = System.mapLibraryName("jnidispatch");
    String resource = "/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + library;
    try (InputStream packed = NativeLibrary.class.getResourceAsStream(resource)) {
      if (packed != null) {
        Files.copy(packed, folder.resolve(library), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (String name : LIBRARIES) {
      Path found = NativeLibrary.getInstance(name).getFile().toPath();
      Path link = folder.resolve(System.mapLibraryName(name));
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, found);
    }
  }
}
