package org.scxvm.scenario;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.scxvm.host.Host;
import org.scxvm.host.HostException;
import org.scxvm.host.HostFiles;
import org.scxvm.host.HostMemory;
import org.scxvm.host.HugePages;
import org.scxvm.time.Deadline;

/**
 * The simulated machine of this node.
 *
 * <pre>
 * platform = i86pc            it is a Solaris
 * libvirt guests = enabled
 * memory = 8192 of 16384      MiB available, and in all
 * swap = 1024                 MiB
 * huge pages = 100 of 2048    obtainable, and their size in KiB
 * page size = 4               KiB
 * missing = /dev/vg/vm1       not there; can be given several times
 * file system = nfs4          of every file; none: there is no such file
 * qemu conf = TEXT            the configuration of libvirt's QEMU driver
 * host = fails: WORDS         cannot be looked at
 * </pre>
 */
final class FakeHost implements Host, HostFiles {

  private static final long KIB_PER_MIB = 1024;
  private static final String FAILS = "fails: ";

  private final Set<String> missing = new HashSet<>();
  private Optional<String> platform = Optional.empty();
  private Optional<String> failure = Optional.empty();
  private HostMemory memory = new HostMemory(16_384 << 10, 8_192 << 10, 0);
  private HugePages hugePages = new HugePages(2048, 0);
  private long pageSize = 4;
  private String fileSystem = "nfs4";
  private Optional<String> qemuConf = Optional.empty();
  private boolean guestsService;

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "platform" -> platform = Optional.of(value);
      case "libvirt guests" -> guestsService = value.equals("enabled");
      case "memory" -> {
        String[] mib = value.split(" of ", 2);
        memory = new HostMemory(kib(mib[1]), kib(mib[0]), memory.swap());
      }
      case "swap" -> memory = new HostMemory(memory.total(), memory.available(), kib(value));
      case "page size" -> pageSize = Long.parseLong(value);
      case "huge pages" -> {
        String[] words = value.split(" of ", 2);
        hugePages = new HugePages(Long.parseLong(words[1]), Long.parseLong(words[0]));
      }
      case "missing" -> missing.add(value);
      case "file system" -> fileSystem = value;
      case "qemu conf" -> qemuConf = Optional.of(value);
      case "host" -> failure = Optional.of(value.substring(FAILS.length()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static long kib(String mib) {
    return Long.parseLong(mib) * KIB_PER_MIB;
  }

  private <T> T answer(T value) throws HostException {
    if (failure.isPresent()) {
      throw new HostException(failure.get());
    }
    return value;
  }

  @Override
  public Optional<String> solarisPlatform(Deadline deadline) throws HostException {
    return answer(platform);
  }

  @Override
  public boolean hasGuestsService(Deadline deadline) throws HostException {
    return answer(guestsService);
  }

  @Override
  public Optional<String> bootId(Deadline deadline) {
    return Optional.empty();
  }

  @Override
  public Optional<HostMemory> memory(Deadline deadline) throws HostException {
    return answer(Optional.of(memory));
  }

  @Override
  public long pageSize(Deadline deadline) throws HostException {
    return answer(pageSize);
  }

  @Override
  public Optional<HugePages> hugePages(long sizeKib, Deadline deadline) throws HostException {
    return answer(Optional.of(hugePages));
  }

  @Override
  public boolean isMissing(String path, Deadline deadline) throws HostException {
    return answer(missing.contains(path));
  }

  @Override
  public Optional<String> fileSystem(String path, Deadline deadline) throws HostException {
    return answer(Optional.of(fileSystem).filter(type -> !type.equals("none")));
  }

  @Override
  public Optional<String> text(String path, Deadline deadline) throws HostException {
    return answer(path.equals("/etc/libvirt/qemu.conf") ? qemuConf : Optional.<String>empty());
  }
}
