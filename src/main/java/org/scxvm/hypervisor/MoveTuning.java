package org.scxvm.hypervisor;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the memory is sent, and what is done about a guest that changes it too fast.
 *
 * @param downtime how long the guest may stand still at the end of a live migration
 * @param autoConverge the hypervisor slows a guest down that is too fast
 * @param compression how the memory is compressed
 * @param parallel over how many connections at once
 * @param tls encrypted by the hypervisor
 * @param stall a move in which nothing moves for that long is cancelled
 */
public record MoveTuning(
    Downtime downtime,
    boolean autoConverge,
    Optional<Compression> compression,
    OptionalInt parallel,
    boolean tls,
    Duration stall) {

  /** Long enough for a link that comes back by itself, short beside any Stop_timeout. */
  public static final Duration STALL = Duration.ofSeconds(10);

  /** Everything as the hypervisor does it by itself. */
  public static final MoveTuning NONE =
      new MoveTuning(Downtime.UNSET, false, Optional.empty(), OptionalInt.empty(), false, STALL);

  /**
   * How long the guest may stand still.
   *
   * @param first from the beginning; empty leaves it to the hypervisor
   * @param most how far it is raised while the copy does not get ahead of the guest
   */
  public record Downtime(Optional<Duration> first, Optional<Duration> most) {

    /** The hypervisor's own limit, never raised. */
    public static final Downtime UNSET = new Downtime(Optional.empty(), Optional.empty());

    /** What QEMU allows unless it is told. */
    public static final Duration OF_HYPERVISOR = Duration.ofMillis(300);

    /** The limit with which a move begins. */
    public Duration initial() {
      return first.orElse(OF_HYPERVISOR);
    }
  }

  /** How memory is compressed. */
  public enum Compression {
    /** However the hypervisor does it: changes only, with QEMU. */
    OF_HYPERVISOR(""),
    XBZRLE("xbzrle"),
    MT("mt"),
    ZLIB("zlib"),
    ZSTD("zstd");

    private final String word;

    Compression(String word) {
      this.word = word;
    }

    /** libvirt's name; empty for the hypervisor's choice. */
    public String word() {
      return word;
    }

    /** Whether it works between several connections only; the others only over a single one. */
    public boolean isForParallel() {
      return this == ZLIB || this == ZSTD;
    }
  }
}
