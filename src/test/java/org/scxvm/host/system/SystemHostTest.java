package org.scxvm.host.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.host.HostException;
import org.scxvm.host.HostMemory;
import org.scxvm.host.HugePages;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.process.SystemCommands;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** A machine whose files are in a folder of the test, and the one that the test runs on. */
class SystemHostTest {

  @TempDir private Path root;

  private SystemHost host() {
    return new SystemHost(new SystemCommands(), "Linux", root);
  }

  private static Deadline soon() {
    return Deadline.in(new SystemTime(), Duration.ofMinutes(1));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void link(String name, String target) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, Path.of(target));
  }

  @Test
  void onlySolarisHasAPlatform() throws Exception {
    assertEquals(Optional.empty(), host().solarisPlatform(soon()));
    Commands uname = new Uname("i86xpv\n");
    assertEquals(
        Optional.of("i86xpv"), new SystemHost(uname, "SunOS", root).solarisPlatform(soon()));
  }

  /** Gives one answer to one question. */
  private record Uname(String answer) implements Commands {
    @Override
    public Ended run(List<String> words, Deadline deadline) throws CommandException {
      if (!words.equals(List.of("/usr/bin/uname", "-i"))) {
        throw new CommandException("unexpected: " + words);
      }
      return new Ended(0, answer, "");
    }

    @Override
    public boolean isThere(String path) {
      return true;
    }
  }

  @Test
  void aServiceThatATargetWantsIsEnabled() throws Exception {
    assertFalse(host().hasGuestsService(soon()));
    Files.createDirectories(root.resolve("etc/systemd/system/multi-user.target.wants"));
    assertFalse(host().hasGuestsService(soon()));
    link(
        "etc/systemd/system/multi-user.target.wants/libvirt-guests.service",
        "/lib/systemd/system/libvirt-guests.service");
    assertTrue(host().hasGuestsService(soon()));
    link("etc/systemd/system/libvirt-guests.service", "/dev/null");
    assertFalse(host().hasGuestsService(soon()), "masked");
  }

  @Test
  void memoryIsReadFromTheKernelsTable() throws Exception {
    assertEquals(Optional.empty(), host().memory(soon()));
    write(
        "proc/meminfo",
        "MemTotal:       16384 kB\nMemFree:  1 kB\nMemAvailable:    8192 kB\nSwapTotal: 512 kB\n");
    assertEquals(Optional.of(new HostMemory(16_384, 8_192, 512)), host().memory(soon()));
  }

  private void hugePages(String size, String free, String reserved, String more, String surplus)
      throws IOException {
    String folder = "sys/kernel/mm/hugepages/hugepages-" + size + "kB/";
    write(folder + "free_hugepages", free + "\n");
    write(folder + "resv_hugepages", reserved + "\n");
    write(folder + "nr_overcommit_hugepages", more + "\n");
    write(folder + "surplus_hugepages", surplus + "\n");
  }

  @Test
  void hugePagesAreThoseThatNobodyHasARightTo() throws Exception {
    write("proc/meminfo", "Hugepagesize:       2048 kB\n");
    assertEquals(Optional.empty(), host().hugePages(0, soon()), "it does not tell");
    hugePages("2048", "100", "30", "8", "3");
    assertEquals(Optional.of(new HugePages(2048, 75)), host().hugePages(0, soon()));
    assertEquals(Optional.of(new HugePages(2048, 75)), host().hugePages(2048, soon()));
    assertEquals(Optional.of(new HugePages(1_048_576, 0)), host().hugePages(1_048_576, soon()));
  }

  @Test
  void ordinaryPagesAreTheSmallestOfThisProcess() throws Exception {
    assertEquals(4, host().pageSize(soon()), "unknown");
    write(
        "proc/self/smaps",
        """
        7f00-7f80 rw-p 00000000 00:00 0   /tmp/\u00fc
        KernelPageSize:     2048 kB
        VmFlags: rd wr
        7f80-7f90 r--p 00000000 00:00 0
        KernelPageSize:       16 kB
        """);
    assertEquals(16, host().pageSize(soon()));
  }

  @Test
  void aFigureThatIsNoneIsAnError() throws Exception {
    hugePages("2048", "many", "0", "0", "0");
    HostException e = assertThrows(HostException.class, () -> host().hugePages(2048, soon()));
    assertTrue(e.words().contains("free_hugepages: expected a number, got many"), e.words());
  }

  @Test
  void onlyWhatIsSurelyNotThereIsMissing() throws Exception {
    write("dev/vg/vm1", "");
    link("dev/vg/gone", "/nowhere/at/all");
    assertFalse(host().isMissing("/dev/vg/vm1", soon()));
    assertTrue(host().isMissing("/dev/vg/vm2", soon()));
    assertTrue(host().isMissing("/dev/vg/gone", soon()));
  }

  @Test
  void thisMachineHasMemory() throws Exception {
    SystemHost here = new SystemHost(new SystemCommands(), "Linux", Path.of("/"));
    HostMemory memory = here.memory(soon()).orElseThrow();
    assertTrue(memory.total() >= memory.available() && memory.available() > 0, memory.toString());
    assertFalse(here.isMissing("/proc/self", soon()));
    long pages = here.pageSize(soon());
    assertTrue(pages >= 4 && Long.bitCount(pages) == 1, pages + " KiB");
  }
}
