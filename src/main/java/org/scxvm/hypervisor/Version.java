package org.scxvm.hypervisor;

/**
 * A version as libvirt counts: a million for the first number, a thousand for the second.
 *
 * @param number all three in one
 */
public record Version(long number) implements Comparable<Version> {

  /** Of a hypervisor that does not tell it; nothing is expected of one. */
  public static final Version UNTOLD = new Version(0);

  private static final long FIRST = 1_000_000;
  private static final long SECOND = 1_000;

  /** The first release of such a version. */
  public static Version of(long first, long second) {
    return new Version(first * FIRST + second * SECOND);
  }

  /** Whether it is that version or one that came later. */
  public boolean isAtLeast(Version other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return number / FIRST + "." + number % FIRST / SECOND + "." + number % SECOND;
  }
}
