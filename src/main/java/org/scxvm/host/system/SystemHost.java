package org.scxvm.host.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scxvm.host.Host;
import org.scxvm.host.HostException;
import org.scxvm.host.HostMemory;
import org.scxvm.host.HugePages;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.time.Deadline;

/** Linux, by its files; of Solaris the platform only. */
public final class SystemHost implements Host {

  private static final String GUESTS_SERVICE = "libvirt-guests.service";

  /** Of the CPUs that most machines have. */
  private static final long USUAL_PAGE_KIB = 4;

  private final Commands commands;
  private final String system;
  private final Path root;
  private final MachineFiles files;

  /**
   * Looks at a machine.
   *
   * @param system the name of its operating system
   * @param root where its files are
   */
  public SystemHost(Commands commands, String system, Path root) {
    this.commands = commands;
    this.system = system;
    this.root = root;
    this.files = new MachineFiles(root);
  }

  @Override
  public Optional<String> solarisPlatform(Deadline deadline) throws HostException {
    if (!system.equals("SunOS")) {
      return Optional.empty();
    }
    try {
      List<String> words = List.of("/usr/bin/uname", "-i");
      return Optional.of(
          commands.run(words, deadline.within(MachineFiles.CALL_LIMIT)).out().strip());
    } catch (CommandException e) {
      throw new HostException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<String> bootId(Deadline deadline) throws HostException {
    return MachineFiles.bounded("boot", deadline, this::bootId);
  }

  private Optional<String> bootId() throws IOException {
    Path file = root.resolve("proc/sys/kernel/random/boot_id");
    return Files.exists(file)
        ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip())
        : Optional.empty();
  }

  /** systemd itself is not asked: it need not run for its links to count at the next boot. */
  @Override
  public boolean hasGuestsService(Deadline deadline) throws HostException {
    return MachineFiles.bounded("services", deadline, this::guestsServiceIsWanted);
  }

  private boolean guestsServiceIsWanted() throws IOException {
    Path folder = root.resolve("etc/systemd/system");
    if (!Files.isDirectory(folder) || isMasked(folder.resolve(GUESTS_SERVICE))) {
      return false;
    }
    try (DirectoryStream<Path> wants = Files.newDirectoryStream(folder, "*.{wants,requires}")) {
      for (Path each : wants) {
        if (Files.exists(each.resolve(GUESTS_SERVICE), LinkOption.NOFOLLOW_LINKS)) {
          return true;
        }
      }
      return false;
    } catch (DirectoryIteratorException e) {
      throw new IOException(folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  private static boolean isMasked(Path unit) throws IOException {
    return Files.isSymbolicLink(unit) && Files.readSymbolicLink(unit).equals(Path.of("/dev/null"));
  }

  @Override
  public Optional<HostMemory> memory(Deadline deadline) throws HostException {
    Map<String, Long> info = MachineFiles.bounded("memory", deadline, this::memoryInfo);
    Optional<Long> total = Optional.ofNullable(info.get("MemTotal"));
    Optional<Long> available = Optional.ofNullable(info.get("MemAvailable"));
    return total.isEmpty() || available.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HostMemory(total.get(), available.get(), info.getOrDefault("SwapTotal", 0L)));
  }

  /** {@code Name: NUMBER kB}; nothing where there is no such file. */
  private Map<String, Long> memoryInfo() throws IOException {
    return table("proc/meminfo");
  }

  /** Of a name that stands there again and again, the smallest number. */
  private Map<String, Long> table(String name) throws IOException {
    Path file = root.resolve(name);
    Map<String, Long> values = new HashMap<>();
    if (Files.notExists(file)) {
      return values;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      String[] words = line.split("[: ]+", -1);
      if (words.length > 1 && words[1].matches("[0-9]{1,18}")) {
        values.merge(words[0], Long.parseLong(words[1]), Math::min);
      }
    }
    return values;
  }

  /** The smallest pages of this process: some of its memory may be in huge ones. */
  @Override
  public long pageSize(Deadline deadline) throws HostException {
    return MachineFiles.bounded("page size", deadline, () -> table("proc/self/smaps"))
        .getOrDefault("KernelPageSize", USUAL_PAGE_KIB);
  }

  @Override
  public Optional<HugePages> hugePages(long sizeKib, Deadline deadline) throws HostException {
    return MachineFiles.bounded("huge pages", deadline, () -> pages(sizeKib));
  }

  /** Free ones that nobody has a right to, and those that the kernel makes on request. */
  private Optional<HugePages> pages(long wanted) throws IOException {
    Path folder = root.resolve("sys/kernel/mm/hugepages");
    Optional<Long> size =
        wanted > 0 ? Optional.of(wanted) : Optional.ofNullable(memoryInfo().get("Hugepagesize"));
    if (size.isEmpty() || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Path own = folder.resolve("hugepages-" + size.get() + "kB");
    if (Files.notExists(own)) {
      return Optional.of(new HugePages(size.get(), 0));
    }
    long free = number(own, "free_hugepages") - number(own, "resv_hugepages");
    long onRequest = number(own, "nr_overcommit_hugepages") - number(own, "surplus_hugepages");
    return Optional.of(new HugePages(size.get(), Math.max(0, free) + Math.max(0, onRequest)));
  }

  private static long number(Path folder, String name) throws IOException {
    String text = Files.readString(folder.resolve(name), StandardCharsets.US_ASCII).strip();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IOException(folder.resolve(name) + ": expected a number, got " + text, e);
    }
  }

  @Override
  public boolean isMissing(String path, Deadline deadline) throws HostException {
    return MachineFiles.bounded(path, deadline, () -> Files.notExists(files.place(path)));
  }
}
