package org.scxvm.hypervisor.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveSurvey;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Asks libvirt what is in the way of moving a domain. */
final class LibvirtMoveSurvey implements MoveSurvey {

  private static final int NO_FLAGS = 0;

  /** More than {@code virDomainJobInfo} and {@code virDomainBlockJobInfo} have. */
  private static final int INFO_BYTES = 256;

  private static final int NO_JOB = 0;

  private final Lines lines;

  LibvirtMoveSurvey(Lines lines) {
    this.lines = lines;
  }

  @Override
  public String describeNow(DomainName domain, Deadline deadline) throws HypervisorException {
    String function = "virDomainGetXMLDesc";
    return lines.call(
        function,
        deadline,
        line -> line.withDomain(domain.value(), it -> NativeLibvirt.text(function, it, NO_FLAGS)));
  }

  @Override
  public Optional<String> job(DomainName domain, Deadline deadline) throws HypervisorException {
    return lines.call(
        "virDomainGetJobInfo",
        deadline,
        line -> line.withDomain(domain.value(), LibvirtMoveSurvey::job));
  }

  private static Optional<String> job(Pointer domain) throws HypervisorException {
    Memory info = info();
    NativeLibvirt.number("virDomainGetJobInfo", domain, info);
    return switch (info.getInt(0)) {
      case NO_JOB, 3, 4, 5 -> Optional.empty(); // none, completed, failed, cancelled
      case 1 -> Optional.of("a job whose end can be told, such as a migration");
      case 2 -> Optional.of("a job whose end cannot be told, such as a backup");
      default -> Optional.of("a job of an unknown kind");
    };
  }

  @Override
  public Optional<String> blockJob(DomainName domain, String disk, Deadline deadline)
      throws HypervisorException {
    return lines.call(
        "virDomainGetBlockJobInfo",
        deadline,
        line -> line.withDomain(domain.value(), it -> blockJob(it, disk)));
  }

  /** {@code virDomainBlockJobType}. */
  private static Optional<String> blockJob(Pointer domain, String disk) throws HypervisorException {
    Memory info = info();
    if (NativeLibvirt.number("virDomainGetBlockJobInfo", domain, disk, info, NO_FLAGS) == 0) {
      return Optional.empty();
    }
    return switch (info.getInt(0)) {
      case 1 -> Optional.of("pull");
      case 2 -> Optional.of("copy");
      case 3, 4 -> Optional.of("commit");
      case 5 -> Optional.of("backup");
      default -> Optional.of("of an unknown kind");
    };
  }

  private static Memory info() {
    Memory info = new Memory(INFO_BYTES);
    info.clear();
    return info;
  }

  @Override
  public Optional<String> nameOf(String uuid, Deadline deadline) throws HypervisorException {
    try {
      return lines.call(
          "virDomainLookupByUUIDString",
          deadline,
          line -> line.withConnection(it -> Optional.of(nameOf(it, uuid))));
    } catch (HypervisorException e) {
      if (e.fault() == Fault.NO_SUCH_DOMAIN) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String nameOf(Pointer connection, String uuid) throws HypervisorException {
    Pointer domain = NativeLibvirt.pointer("virDomainLookupByUUIDString", connection, uuid);
    try {
      return NativeLibvirt.pointer("virDomainGetName", domain)
          .getString(0, StandardCharsets.UTF_8.name());
    } finally {
      NativeLibvirt.release("virDomainFree", domain);
    }
  }
}
