package org.scxvm.message;

import java.nio.charset.StandardCharsets;

/**
 * The number by which Solaris knows a message: a hash of the bytes of its unexpanded format, so
 * that it stays the same whatever the values are.
 *
 * <p>Source: macro {@code STRLOG_MAKE_MSGID} of illumos, {@code usr/src/uts/common/sys/strlog.h}.
 */
final class MessageId {

  private static final int CONTROL_BYTES = 0x20;
  private static final int SPREAD = 899_981;
  private static final int FIRST = 100_000;

  private MessageId() {}

  /** A number of six digits. */
  static int of(String format) {
    int hash = 0;
    for (byte b : format.getBytes(StandardCharsets.UTF_8)) {
      int value = b & 0xff;
      if (value >= CONTROL_BYTES) {
        hash = (hash >>> 5) + (hash << 27) + value;
      }
    }
    return Integer.remainderUnsigned(hash, SPREAD) + FIRST;
  }
}
