package org.scxvm.hypervisor.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.NativeLongByReference;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.NodeMemory;
import org.scxvm.hypervisor.NodeSurvey;
import org.scxvm.hypervisor.Platform;
import org.scxvm.hypervisor.Presence;
import org.scxvm.hypervisor.Version;
import org.scxvm.hypervisor.Versions;
import org.scxvm.time.Deadline;

/** Asks libvirt about its node. */
final class LibvirtNodeSurvey implements NodeSurvey {

  private static final int NO_FLAGS = 0;

  /** {@code VIR_NODE_MEMORY_STATS_ALL_CELLS}, and the same for pages. */
  private static final int ALL_CELLS = -1;

  /** {@code virNodeMemoryStats}: a name in 80 bytes, then a number. */
  private static final int NAME_BYTES = 80;

  private static final int STATISTIC_BYTES = NAME_BYTES + Long.BYTES;

  /** libvirt writes its own capabilities, in this order. */
  private static final String HOST_UUID = "<host>\\s*<uuid>([^<]+)</uuid>";

  /** How libvirt begins when the driver has no such call: that says nothing about the platform. */
  private static final String NO_SUCH_CALL = "not supported by the connection driver";

  private final Lines lines;

  LibvirtNodeSurvey(Lines lines) {
    this.lines = lines;
  }

  private <T> T ask(String what, Deadline deadline, Line.Use<T> use) throws HypervisorException {
    return lines.call(what, deadline, line -> line.withConnection(use));
  }

  @Override
  public Versions versions(Deadline deadline) throws HypervisorException {
    return ask(
        "virConnectGetVersion",
        deadline,
        it ->
            new Versions(
                version("virConnectGetLibVersion", it), version("virConnectGetVersion", it)));
  }

  private static Version version(String function, Pointer connection) throws HypervisorException {
    NativeLongByReference number = new NativeLongByReference();
    NativeLibvirt.number(function, connection, number);
    return new Version(number.getValue().longValue());
  }

  @Override
  public Optional<String> machineId(Deadline deadline) throws HypervisorException {
    String function = "virConnectGetCapabilities";
    Matcher uuid =
        Pattern.compile(HOST_UUID)
            .matcher(ask(function, deadline, it -> NativeLibvirt.text(function, it)));
    return uuid.find() ? Optional.of(uuid.group(1).strip()) : Optional.empty();
  }

  @Override
  public NodeMemory memory(Deadline deadline) throws HypervisorException {
    return ask("virNodeGetMemoryStats", deadline, LibvirtNodeSurvey::memory);
  }

  /** Asked twice: how many figures there are, and for them. */
  private static NodeMemory memory(Pointer connection) throws HypervisorException {
    String function = "virNodeGetMemoryStats";
    IntByReference count = new IntByReference();
    NativeLibvirt.number(function, connection, ALL_CELLS, Pointer.NULL, count, NO_FLAGS);
    if (count.getValue() == 0) {
      throw new HypervisorException(Fault.UNSUPPORTED, function + ": no figures");
    }
    Memory table = new Memory((long) count.getValue() * STATISTIC_BYTES);
    NativeLibvirt.number(function, connection, ALL_CELLS, table, count, NO_FLAGS);
    Map<String, Long> figures = new HashMap<>();
    for (int i = 0; i < count.getValue(); i++) {
      long at = (long) i * STATISTIC_BYTES;
      String name = table.getString(at, StandardCharsets.US_ASCII.name());
      figures.put(name, table.getLong(at + NAME_BYTES));
    }
    long available =
        figures.getOrDefault("free", 0L)
            + figures.getOrDefault("buffers", 0L)
            + figures.getOrDefault("cached", 0L);
    return new NodeMemory(figures.getOrDefault("total", 0L), available);
  }

  @Override
  public long freePages(long sizeKib, Deadline deadline) throws HypervisorException {
    String function = "virNodeGetFreePages";
    return ask(
        function,
        deadline,
        connection -> {
          IntByReference size = new IntByReference((int) sizeKib);
          LongByReference count = new LongByReference();
          NativeLibvirt.number(function, connection, 1, size, ALL_CELLS, 1, count, NO_FLAGS);
          return count.getValue();
        });
  }

  @Override
  public Optional<String> lack(Platform platform, Deadline deadline) throws HypervisorException {
    String function = "virConnectGetDomainCapabilities";
    try {
      ask(
          function,
          deadline,
          it ->
              NativeLibvirt.text(
                  function,
                  it,
                  orNull(platform.emulator()),
                  orNull(platform.arch()),
                  orNull(platform.machine()),
                  orNull(platform.virtType()),
                  NO_FLAGS));
      return Optional.empty();
    } catch (HypervisorException e) {
      if (e.fault() == Fault.SILENT || e.words().contains(NO_SUCH_CALL)) {
        throw e;
      }
      return Optional.of(e.words());
    }
  }

  private static Object orNull(String text) {
    return text.isEmpty() ? Pointer.NULL : text;
  }

  @Override
  public Presence volume(String path, Deadline deadline) throws HypervisorException {
    String folder = path.replaceFirst("/[^/]*$", "");
    return presence(
        () ->
            isFound("virStorageVol", "LookupByPath", path, deadline)
                ? Presence.THERE
                : isFound("virStoragePool", "LookupByTargetPath", folder, deadline)
                    ? Presence.NOT_LISTED
                    : Presence.NOT_TOLD);
  }

  @Override
  public Presence networkInterface(String name, Deadline deadline) throws HypervisorException {
    return presence(
        () ->
            isFound("virInterface", "LookupByName", name, deadline)
                ? Presence.THERE
                : Presence.NOT_LISTED);
  }

  /** A look into lists that libvirt may not have. */
  private interface Look {
    Presence make() throws HypervisorException;
  }

  private static Presence presence(Look look) throws HypervisorException {
    try {
      return look.make();
    } catch (HypervisorException e) {
      if (e.fault() == Fault.UNSUPPORTED) {
        return Presence.NOT_TOLD;
      }
      throw e;
    }
  }

  private boolean isFound(String kind, String lookup, String key, Deadline deadline)
      throws HypervisorException {
    try {
      return ask(
          kind + lookup,
          deadline,
          connection -> {
            Pointer found = NativeLibvirt.pointer(kind + lookup, connection, key);
            NativeLibvirt.release(kind + "Free", found);
            return true;
          });
    } catch (HypervisorException e) {
      if (e.fault() == Fault.NOT_THERE) {
        return false;
      }
      throw e;
    }
  }
}
