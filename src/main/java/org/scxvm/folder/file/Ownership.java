package org.scxvm.folder.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Who can put something in the place of a file. A definition that libvirt takes from us runs as
 * root, so whoever can write one, or rename a folder that leads to it, is root here.
 *
 * @param user the user that this process runs as
 */
record Ownership(int user) {

  private static final int ROOT = 0;
  private static final int WRITABLE_BY_OTHERS = 022;
  private static final int STICKY = 01000;

  /** As many as the kernel follows. */
  private static final int LINKS_MAX = 40;

  /** Of this process. Its folder in /proc belongs to whoever it runs as. */
  static Ownership ofThisProcess() throws IOException {
    return new Ownership((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  /**
   * Who else has the say over a file; empty if nobody has.
   *
   * @param folder the path as it is set: symbolic links on it are followed, and judged on the way
   */
  Optional<String> danger(Path folder, String name) throws IOException {
    Walk walk = new Walk();
    Optional<String> danger = walk.danger(folder);
    if (danger.isPresent()) {
      return danger;
    }
    Path file = walk.reached().resolve(name);
    try {
      return danger(file, false);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Judges one thing by itself.
   *
   * @param mayBeSticky others may write it if they cannot touch what is not theirs in it
   */
  private Optional<String> danger(Path path, boolean mayBeSticky) throws IOException {
    int owner = (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (owner != ROOT && owner != user) {
      return Optional.of(path + " belongs to user " + owner + ", expected " + expectedOwner());
    }
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    boolean excused = Files.isSymbolicLink(path) || (mayBeSticky && (mode & STICKY) != 0);
    return (mode & WRITABLE_BY_OTHERS) == 0 || excused
        ? Optional.empty()
        : Optional.of(
            String.format(
                "%s can be written by others than its owner (mode %04o), expected mode %04o",
                path, mode & 07777, mode & 07777 & ~WRITABLE_BY_OTHERS));
  }

  private String expectedOwner() {
    return user == ROOT ? "root" : "root or user " + user;
  }

  /** The way from the root to a folder, as the kernel goes it. */
  private final class Walk {

    private Path at = Path.of("/");
    private final Deque<Path> names = new ArrayDeque<>();
    private int links;

    /** Where it ended. */
    Path reached() {
      return at;
    }

    Optional<String> danger(Path folder) throws IOException {
      follow(folder.toAbsolutePath());
      Optional<String> danger = Ownership.this.danger(at, !names.isEmpty());
      while (danger.isEmpty() && !names.isEmpty()) {
        danger = step(names.removeFirst());
      }
      return danger;
    }

    private Optional<String> step(Path name) throws IOException {
      if (name.toString().equals("..")) {
        at = Optional.ofNullable(at.getParent()).orElse(at);
        return Ownership.this.danger(at, !names.isEmpty());
      }
      Path next = at.resolve(name).normalize();
      if (Files.isSymbolicLink(next)) {
        Optional<String> danger = Ownership.this.danger(next, true);
        follow(Files.readSymbolicLink(next));
        return danger.isPresent() || !names.isEmpty() ? danger : Ownership.this.danger(at, false);
      }
      at = next;
      return Ownership.this.danger(at, !names.isEmpty());
    }

    private void follow(Path path) throws IOException {
      if (++links > LINKS_MAX) {
        throw new IOException("has too many symbolic links");
      }
      if (path.isAbsolute()) {
        at = Path.of("/");
      }
      for (int i = path.getNameCount() - 1; i >= 0; i--) {
        names.addFirst(path.getName(i));
      }
    }
  }
}
