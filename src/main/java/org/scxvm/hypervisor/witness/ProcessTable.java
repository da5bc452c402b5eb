package org.scxvm.hypervisor.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;

/** The processes of {@code /proc}. */
final class ProcessTable {

  /**
   * The inode of the first pid namespace, from which all others can be seen ({@code proc_ns.h}).
   */
  private static final String INITIAL_NAMESPACE = "pid:[4026531836]";

  /** The parent of all kernel threads; KVM has some whose name begins like a hypervisor's. */
  private static final String KERNEL_THREADS = "2";

  /** CAP_SYS_PTRACE, the capability that hidepid does not hide from. */
  private static final long MAY_SEE_ALL = 1L << 19;

  /** Of the fields of {@code stat} behind the name, see proc(5). */
  private static final int STATE = 0;

  private static final int START = 19;

  private final Path proc;

  ProcessTable(Path proc) {
    this.proc = proc;
  }

  /**
   * A process of user space.
   *
   * @param words its command line; empty if it is a zombie
   */
  record Entry(long pid, String name, List<String> words) {

    /** Whether it is what is left of a QEMU; wrapped binaries have a dot before their name. */
    boolean isDeadQemu() {
      return words.isEmpty()
          && (name.startsWith("qemu") || name.startsWith(".qemu") || name.equals("kvm"));
    }
  }

  /**
   * All processes of user space in that pid namespace; one whose namespace cannot be read counts.
   *
   * @throws IOException the table cannot be read
   */
  List<Entry> processes(Optional<String> namespace) throws IOException {
    List<Entry> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(proc)) {
      for (Path entry : (Iterable<Path>) entries.filter(ProcessTable::isProcess)::iterator) {
        if (isIn(namespace, entry) && !isKernelThread(entry)) {
          found.add(new Entry(pidOf(entry), text(entry.resolve("comm")).strip(), words(entry)));
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

  /** A process of that number; empty if there is none. */
  Optional<ProcessIdentity> identity(long pid) {
    return stat(pid).map(fields -> new ProcessIdentity(pid, Long.parseLong(fields[START])));
  }

  /** What a process does; one that is dead and not yet reaped is gone. */
  ProcessCondition condition(ProcessIdentity process) {
    Optional<String[]> fields =
        stat(process.pid()).filter(it -> it[START].equals(Long.toString(process.start())));
    return fields
        .map(
            it ->
                switch (it[STATE]) {
                  case "T" -> ProcessCondition.STOPPED; // not "t": a debugger looks at it
                  case "Z", "X", "x" -> ProcessCondition.GONE;
                  default -> ProcessCondition.ALIVE; // running, asleep, waiting for a disk
                })
        .orElse(ProcessCondition.GONE);
  }

  /** The fields of {@code stat} behind the name; empty if there is no such process. */
  private Optional<String[]> stat(long pid) {
    try {
      return fields(proc.resolve(Long.toString(pid))).filter(it -> it.length > START);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** {@code pid (name) state ppid ...}; the name may hold anything. */
  private static Optional<String[]> fields(Path entry) throws IOException {
    String stat = text(entry.resolve("stat"));
    return stat.isEmpty()
        ? Optional.empty()
        : Optional.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1));
  }

  /** Whether nothing can hide from here: the first pid namespace. */
  boolean seesAllNamespaces() {
    return namespaceOf("self").equals(Optional.of(INITIAL_NAMESPACE));
  }

  /** Whether other users' processes can be seen: {@code hidepid} takes that away. */
  boolean seesOtherUsers() throws IOException {
    boolean hidden =
        text(proc.resolve("self/mounts"))
            .lines()
            .map(line -> line.split(" ", -1))
            .filter(fields -> fields.length > 3 && fields[2].equals("proc"))
            .anyMatch(fields -> ("," + fields[3]).matches(".*,hidepid=(?!0|off).*"));
    return Files.isReadable(proc.resolve("1/cmdline")) && (!hidden || maySeeAll());
  }

  private boolean maySeeAll() throws IOException {
    return text(proc.resolve("self/status"))
        .lines()
        .filter(line -> line.startsWith("CapEff:"))
        .map(line -> Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16))
        .anyMatch(capabilities -> (capabilities & MAY_SEE_ALL) != 0);
  }

  private boolean isIn(Optional<String> namespace, Path entry) {
    Optional<String> own = namespaceOf(String.valueOf(entry.getFileName()));
    return namespace.isEmpty() || own.isEmpty() || own.equals(namespace);
  }

  private static boolean isProcess(Path entry) {
    return String.valueOf(entry.getFileName()).chars().allMatch(Character::isDigit);
  }

  private static boolean isKernelThread(Path entry) throws IOException {
    return fields(entry).filter(it -> it.length > 1 && it[1].equals(KERNEL_THREADS)).isPresent();
  }

  private static long pidOf(Path entry) {
    return Long.parseLong(String.valueOf(entry.getFileName()));
  }

  private static List<String> words(Path entry) throws IOException {
    String line = text(entry.resolve("cmdline"));
    return line.isEmpty() ? List.of() : List.of(line.split("\0", -1));
  }

  /** A process that ended between two looks is as good as one with no name. */
  private static String text(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No such process")) {
        return ""; // ESRCH: it ended while it was read
      }
      throw e;
    }
  }
}
