package org.scxvm.commandlog.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.scxvm.commandlog.LogTail;

/**
 * Reads lines from the end of a file to its beginning, block by block, and from the file before it
 * if need be. What is read has a bound, whatever the size of the files or of a line.
 */
final class BackwardLines {

  static final int BYTES_MAX = 1 << 20;
  static final int LINES_MAX = 10_000;

  private static final int BLOCK_BYTES = 1 << 16;

  private final Predicate<String> isLast;
  private final List<String> newestFirst = new ArrayList<>();
  private int bytesLeft = BYTES_MAX;
  private boolean unfinished;
  private boolean enough;

  /**
   * Begins with no lines.
   *
   * @param isLast the line behind which none is wanted any more
   */
  BackwardLines(Predicate<String> isLast) {
    this.isLast = isLast;
  }

  /** Reads the lines of a file; those of a file that is read later are older. */
  void read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      int length = (int) Math.min(size, bytesLeft);
      bytesLeft -= length;
      if (length > 0) {
        read(channel, size - length, new byte[length]);
      }
      enough |= bytesLeft == 0;
    }
  }

  private void read(FileChannel channel, long first, byte[] tail) throws IOException {
    int lineEnd = tail.length;
    int filled = tail.length;
    while (filled > 0 && !enough) {
      int from = Math.max(0, filled - BLOCK_BYTES);
      fill(channel, first + from, ByteBuffer.wrap(tail, from, filled - from));
      if (filled == tail.length && newestFirst.isEmpty()) {
        unfinished = tail[tail.length - 1] != '\n';
      }
      for (int i = filled - 1; i >= from && !enough; i--) {
        if (tail[i] == '\n') {
          take(tail, i + 1, lineEnd);
          lineEnd = i;
        }
      }
      filled = from;
    }
    if (!enough && first == 0) {
      take(tail, 0, lineEnd);
    }
  }

  private static void fill(FileChannel channel, long position, ByteBuffer block)
      throws IOException {
    int start = block.position();
    while (block.hasRemaining()) {
      if (channel.read(block, position + block.position() - start) < 0) {
        throw new EOFException("became shorter while it was read");
      }
    }
  }

  private void take(byte[] tail, int from, int to) {
    if (from == to) {
      return; // behind the last line end, or an empty line
    }
    String line = new String(tail, from, to - from, StandardCharsets.UTF_8);
    newestFirst.add(line);
    enough = newestFirst.size() >= LINES_MAX || isLast.test(line);
  }

  /** Whether no older line is wanted. */
  boolean isEnough() {
    return enough;
  }

  LogTail tail() {
    List<String> lines = new ArrayList<>(newestFirst);
    Collections.reverse(lines);
    return new LogTail(List.copyOf(lines), unfinished);
  }
}
