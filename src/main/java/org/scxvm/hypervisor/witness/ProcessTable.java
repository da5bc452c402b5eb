package org.scxvm.hypervisor.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The QEMU processes of {@code /proc}. */
final class ProcessTable {

  /**
   * The inode of the first pid namespace, from which all others can be seen ({@code proc_ns.h}).
   */
  private static final String INITIAL_NAMESPACE = "pid:[4026531836]";

  private static final List<String> QEMU_NAMES = List.of("qemu", "kvm");

  private final Path proc;

  ProcessTable(Path proc) {
    this.proc = proc;
  }

  /** A process that has QEMU's name; its command line is empty if it is a zombie. */
  record Qemu(long pid, List<String> words) {}

  /**
   * All processes with QEMU's name in that pid namespace; one whose namespace cannot be read
   * counts.
   *
   * @throws IOException the table cannot be read
   */
  List<Qemu> qemus(Optional<String> namespace) throws IOException {
    List<Qemu> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(proc)) {
      for (Path entry : (Iterable<Path>) entries.filter(ProcessTable::isProcess)::iterator) {
        if (hasQemusName(entry) && isIn(namespace, entry)) {
          found.add(new Qemu(pidOf(entry), words(entry)));
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException(proc + " cannot be listed: " + e.getMessage(), e);
    }
    return found;
  }

  /** The pid namespace of a process, or of this one; empty if the kernel does not tell. */
  Optional<String> namespaceOf(String process) {
    try {
      return Optional.of(
          Files.readSymbolicLink(proc.resolve(process).resolve("ns/pid")).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether nothing can hide from here: the first pid namespace. */
  boolean seesAllNamespaces() {
    return namespaceOf("self").equals(Optional.of(INITIAL_NAMESPACE));
  }

  /** Whether other users' processes can be seen: {@code hidepid} takes that away. */
  boolean seesOtherUsers() {
    return Files.isReadable(proc.resolve("1/cmdline")) && Files.exists(proc.resolve("1/comm"));
  }

  private boolean isIn(Optional<String> namespace, Path entry) {
    Optional<String> own = namespaceOf(String.valueOf(entry.getFileName()));
    return namespace.isEmpty() || own.isEmpty() || own.equals(namespace);
  }

  private static boolean isProcess(Path entry) {
    return String.valueOf(entry.getFileName()).chars().allMatch(Character::isDigit);
  }

  private static long pidOf(Path entry) {
    return Long.parseLong(String.valueOf(entry.getFileName()));
  }

  private static boolean hasQemusName(Path entry) throws IOException {
    String name = text(entry.resolve("comm"));
    return QEMU_NAMES.stream().anyMatch(name::startsWith);
  }

  private static List<String> words(Path entry) throws IOException {
    String line = text(entry.resolve("cmdline"));
    return line.isEmpty() ? List.of() : List.of(line.split("\0", -1));
  }

  /** A process that ended between two looks is as good as one with no name. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      if (Files.exists(file)) {
        throw e;
      }
      return "";
    }
  }
}
