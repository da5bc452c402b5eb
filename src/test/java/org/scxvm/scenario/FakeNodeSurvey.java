package org.scxvm.scenario;

import java.util.Optional;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.NodeMemory;
import org.scxvm.hypervisor.NodeSurvey;
import org.scxvm.hypervisor.Platform;
import org.scxvm.hypervisor.Presence;
import org.scxvm.hypervisor.Version;
import org.scxvm.hypervisor.Versions;
import org.scxvm.time.Deadline;

/**
 * What the libvirt of a simulated node knows about the node.
 *
 * <pre>
 * libvirt version there = 9.0
 * hypervisor version there = 7.2
 * host uuid there = a machine
 * memory there = 8192 of 16384     MiB available, and in all
 * free pages there = 100
 * platform there = lacking: WORDS
 * volumes there = there            (also: not listed, not told)
 * interfaces there = there
 * </pre>
 */
final class FakeNodeSurvey implements NodeSurvey {

  private static final long KIB_PER_MIB = 1024;
  private static final String LACKING = "lacking: ";

  private final FakeNode node;
  private Version libvirt = Version.of(9, 0);
  private Version hypervisor = Version.of(7, 2);
  private String machineId;
  private NodeMemory memory = new NodeMemory(16_384 << 10, 8_192 << 10);
  private long freePages;
  private Optional<String> lack = Optional.empty();
  private Presence volumes = Presence.THERE;
  private Presence interfaces = Presence.THERE;

  FakeNodeSurvey(FakeNode node) {
    this.node = node;
    this.machineId = "machine " + node.place();
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "libvirt version" -> libvirt = version(value);
      case "hypervisor version" -> hypervisor = version(value);
      case "host uuid" -> machineId = value;
      case "memory" -> {
        String[] mib = value.split(" of ", 2);
        memory = new NodeMemory(kib(mib[1]), kib(mib[0]));
      }
      case "free pages" -> freePages = Long.parseLong(value);
      case "platform" -> lack = Optional.of(value.substring(LACKING.length()));
      case "volumes" -> volumes = presence(value);
      case "interfaces" -> interfaces = presence(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Version version(String value) {
    String[] numbers = value.split("\\.", 2);
    return Version.of(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  private static long kib(String mib) {
    return Long.parseLong(mib) * KIB_PER_MIB;
  }

  private static Presence presence(String value) {
    return switch (value) {
      case "there" -> Presence.THERE;
      case "not listed" -> Presence.NOT_LISTED;
      case "not told" -> Presence.NOT_TOLD;
      default -> throw new IllegalArgumentException("no presence: " + value);
    };
  }

  @Override
  public Versions versions(Deadline deadline) throws HypervisorException {
    node.calls().make("versions", deadline, () -> {});
    return new Versions(libvirt, hypervisor);
  }

  @Override
  public Optional<String> machineId(Deadline deadline) throws HypervisorException {
    node.calls().make("host UUID", deadline, () -> {});
    return Optional.of(machineId);
  }

  @Override
  public NodeMemory memory(Deadline deadline) throws HypervisorException {
    node.calls().make("node memory", deadline, () -> {});
    return memory;
  }

  @Override
  public long freePages(long sizeKib, Deadline deadline) throws HypervisorException {
    node.calls().make("huge pages", deadline, () -> {});
    return freePages;
  }

  @Override
  public Optional<String> lack(Platform platform, Deadline deadline) throws HypervisorException {
    node.calls().make("type of machine", deadline, () -> {});
    return lack;
  }

  @Override
  public Presence volume(String path, Deadline deadline) throws HypervisorException {
    node.calls().make("volume", deadline, () -> {});
    return volumes;
  }

  @Override
  public Presence networkInterface(String name, Deadline deadline) throws HypervisorException {
    node.calls().make("interface", deadline, () -> {});
    return interfaces;
  }
}
