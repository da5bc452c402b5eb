package org.scxvm.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveTuning;
import org.scxvm.hypervisor.MoveTuning.Compression;
import org.scxvm.hypervisor.MoveTuning.Downtime;

/** The words of {@code Migration_options}: known, in their ranges, and possible together. */
public final class MigrationOptions {

  private static final String UNSAFE = "unsafe";
  private static final String TUNNELLED = "tunnelled";
  private static final String BANDWIDTH = "bandwidth";
  private static final String DOWNTIME = "downtime";
  private static final String DOWNTIME_MAX = "downtime-max";
  private static final String AUTO_CONVERGE = "auto-converge";
  private static final String COMPRESSION = "compression";
  private static final String COMPRESSION_METHOD = "compression-method";
  private static final String PARALLEL = "parallel";
  private static final String TLS = "tls";
  private static final String STALL = "stall";

  private static final String KNOWN =
      "unsafe, tunnelled, bandwidth=MiB/s, downtime=MS, downtime-max=MS, auto-converge,"
          + " compression, compression-method=NAME, parallel, parallel=N, tls, stall=SECONDS";

  private static final String METHODS = "xbzrle, mt, zlib or zstd";

  /** What libvirt and QEMU take. */
  private static final long BANDWIDTH_MAX = 1L << 30;

  private static final long DOWNTIME_MILLIS_MAX = 2_000_000;
  private static final long CONNECTIONS_MAX = 255;

  /** What QEMU takes for {@code parallel} without a number. */
  private static final int CONNECTIONS = 2;

  /** Less than this a slow link or a busy node could bring about. */
  private static final long STALL_SECONDS_MIN = 3;

  private static final long STALL_SECONDS_MAX = 3600;

  private final String value;
  private final Map<String, Optional<String>> words = new LinkedHashMap<>();

  private MigrationOptions(String value) {
    this.value = value;
  }

  /** {@code unsafe,bandwidth=100}; none at all if the value is empty or {@code none}. */
  public static MoveRequest.Options of(String value) throws SettingException {
    MigrationOptions options = new MigrationOptions(value);
    options.split();
    options.checkTogether();
    return new MoveRequest.Options(
        "",
        options.has(UNSAFE),
        options.has(TUNNELLED),
        options.number(BANDWIDTH, 1, BANDWIDTH_MAX, "MiB/s"),
        options.tuning());
  }

  private void split() throws SettingException {
    String text = value.strip().equals("none") ? "" : value.strip();
    for (String each : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] pair = each.strip().split("=", 2);
      String name = pair[0].strip();
      Optional<String> number = pair.length == 1 ? Optional.empty() : Optional.of(pair[1].strip());
      if (!isKnown(name, number.isPresent())) {
        throw notAccepted(KNOWN);
      }
      if (words.put(name, number) != null) {
        throw notAccepted(name + " once");
      }
    }
  }

  private static boolean isKnown(String name, boolean hasValue) {
    return switch (name) {
      case UNSAFE, TUNNELLED, AUTO_CONVERGE, COMPRESSION, TLS -> !hasValue;
      case BANDWIDTH, DOWNTIME, DOWNTIME_MAX, COMPRESSION_METHOD, STALL -> hasValue;
      case PARALLEL -> true;
      default -> false;
    };
  }

  private boolean has(String name) {
    return words.containsKey(name);
  }

  /** What libvirt or QEMU would refuse in the middle of a Stop is refused here. */
  private void checkTogether() throws SettingException {
    if (has(TUNNELLED) && has(PARALLEL)) {
      throw notAccepted("tunnelled or parallel: a tunnel is one connection");
    }
    if (has(TUNNELLED) && has(TLS)) {
      throw notAccepted("tunnelled or tls: a tunnel is as safe as Peer_uri makes it");
    }
    if (has(PARALLEL) && has(COMPRESSION) && !has(COMPRESSION_METHOD)) {
      throw notAccepted("compression-method=zlib or zstd beside parallel");
    }
  }

  private MoveTuning tuning() throws SettingException {
    return new MoveTuning(
        downtime(),
        has(AUTO_CONVERGE),
        compression(),
        parallel(),
        has(TLS),
        number(STALL, STALL_SECONDS_MIN, STALL_SECONDS_MAX, "seconds").stream()
            .mapToObj(Duration::ofSeconds)
            .findFirst()
            .orElse(MoveTuning.STALL));
  }

  private Downtime downtime() throws SettingException {
    Downtime downtime = new Downtime(milliseconds(DOWNTIME), milliseconds(DOWNTIME_MAX));
    if (downtime.most().filter(most -> most.compareTo(downtime.initial()) < 0).isPresent()) {
      throw notAccepted(
          "a downtime-max of at least " + downtime.initial().toMillis() + " ms, the downtime");
    }
    return downtime;
  }

  private Optional<Duration> milliseconds(String name) throws SettingException {
    OptionalLong number = number(name, 1, DOWNTIME_MILLIS_MAX, "ms");
    return number.isPresent()
        ? Optional.of(Duration.ofMillis(number.getAsLong()))
        : Optional.empty();
  }

  private Optional<Compression> compression() throws SettingException {
    Optional<String> method = words.getOrDefault(COMPRESSION_METHOD, Optional.empty());
    if (method.isEmpty()) {
      return has(COMPRESSION) ? Optional.of(Compression.OF_HYPERVISOR) : Optional.empty();
    }
    String word = method.get().toLowerCase(Locale.ROOT);
    Compression found =
        Arrays.stream(Compression.values())
            .filter(each -> !each.word().isEmpty() && each.word().equals(word))
            .findFirst()
            .orElseThrow(() -> notAccepted("compression-method=" + METHODS));
    if (found.isForParallel() != has(PARALLEL)) {
      throw notAccepted(
          found.isForParallel()
              ? "compression-method=" + word + " beside parallel only"
              : "compression-method=zlib or zstd beside parallel");
    }
    return Optional.of(found);
  }

  private OptionalInt parallel() throws SettingException {
    if (!has(PARALLEL)) {
      return OptionalInt.empty();
    }
    OptionalLong wanted = number(PARALLEL, 1, CONNECTIONS_MAX, "connections");
    return OptionalInt.of((int) wanted.orElse(CONNECTIONS));
  }

  private OptionalLong number(String name, long from, long to, String unit)
      throws SettingException {
    Optional<String> text = words.getOrDefault(name, Optional.empty());
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= from && number <= to) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      // Said below, in the words of whoever set it.
    }
    throw notAccepted(name + "=N with N from " + from + " to " + to + " " + unit);
  }

  private SettingException notAccepted(String accepted) {
    return SettingException.notAccepted(Setting.MIGRATION_OPTIONS.label(), value, accepted);
  }
}
