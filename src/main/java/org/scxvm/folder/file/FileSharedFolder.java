package org.scxvm.folder.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.scxvm.folder.FolderCondition;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.StateFolder;
import org.scxvm.folder.Storage;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of a file system. A text is written under another name, forced to the disk and renamed;
 * then the folder is forced too, because the rename itself is only in the folder. Every use runs on
 * a thread that can be given up: network storage can hang for ever.
 */
public final class FileSharedFolder implements StateFolder {

  private static final Logger LOG = LoggerFactory.getLogger(FileSharedFolder.class);

  /** No file of ours is larger; anything that is, is not ours. */
  private static final int SIZE_MAX = 4 << 20;

  /** A healthy folder answers in milliseconds; the rest of the method must go on without it. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path path;
  private final Deadline deadline;

  FileSharedFolder(Path path, Deadline deadline) {
    this.path = path;
    this.deadline = deadline;
  }

  @Override
  public void make() throws FolderException {
    bounded("make", "", () -> Files.createDirectories(path, PRIVATE));
  }

  @Override
  public Optional<String> read(String name) throws FolderException {
    return bounded("read", name, () -> textOf(path.resolve(name)));
  }

  @Override
  public List<String> list(String ending) throws FolderException {
    return bounded("list", "", () -> namesOf(ending));
  }

  @Override
  public String lastChange() throws FolderException {
    try {
      return Files.getLastModifiedTime(path).toString();
    } catch (IOException e) {
      throw new FolderException("look at " + path + ": " + e.getMessage());
    }
  }

  private List<String> namesOf(String ending) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ending) && !name.startsWith(".")) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException("cannot be listed: " + e.getMessage(), e);
    }
    return names;
  }

  @Override
  public void write(String name, String text) throws FolderException {
    bounded(
        "write",
        name,
        () -> {
          removeDraftsOf(name);
          Path draft = path.resolve(draftPrefix(name) + UUID.randomUUID());
          try {
            store(draft, text);
            Files.move(draft, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
          } finally {
            Files.deleteIfExists(draft);
          }
          return settled();
        });
  }

  @Override
  public void rename(String name, String newName) throws FolderException {
    bounded(
        "rename",
        name,
        () -> {
          Files.move(path.resolve(name), path.resolve(newName), StandardCopyOption.ATOMIC_MOVE);
          return settled();
        });
  }

  @Override
  public void remove(String name) throws FolderException {
    bounded("remove", name, () -> Files.deleteIfExists(path.resolve(name)) && settled());
  }

  @Override
  public Optional<String> danger(String name) throws FolderException {
    return bounded("check", name, () -> Ownership.ofThisProcess().danger(path, name));
  }

  /** The same folder, for uses that end at that deadline, too. */
  FileSharedFolder until(Deadline limit) {
    return new FileSharedFolder(path, deadline.earlier(limit));
  }

  @Override
  public Generations generations(String stem) {
    return new FileGenerations(this, path, stem);
  }

  /** What is at the path itself. */
  FolderCondition inspect() throws FolderException {
    return bounded("inspect", "", this::condition);
  }

  /** access(2) answers for a file system that is mounted read-only, too, and for root. */
  private FolderCondition condition() throws IOException {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
        return new FolderCondition.NoFolder();
      }
    } catch (NoSuchFileException e) {
      return new FolderCondition.NotThere();
    }
    String type = fileSystem();
    return new FolderCondition.Folder(Files.isWritable(path), Storage.of(type), type);
  }

  /** The JDK looks for the mount in a list, where not every file system stands (chroot, autofs). */
  private String fileSystem() {
    try {
      return Files.getFileStore(path).type();
    } catch (IOException e) {
      LOG.debug("file system of {}: {}", path, e.getMessage());
      return "unknown";
    }
  }

  @Override
  public String path() {
    return path.toString();
  }

  static String draftPrefix(String name) {
    return "." + name + ".draft.";
  }

  /**
   * Drafts are left by a process that was killed. Should another node be writing one right now, its
   * rename fails and it says so; what is in place is whole either way.
   */
  void removeDraftsOf(String name) throws IOException {
    try (DirectoryStream<Path> drafts =
        Files.newDirectoryStream(
            path, file -> String.valueOf(file.getFileName()).startsWith(draftPrefix(name)))) {
      for (Path draft : drafts) {
        Files.deleteIfExists(draft);
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException("cannot be listed: " + e.getMessage(), e);
    }
  }

  /** Only a file that is not there, in a folder that is, counts as no file. */
  Optional<String> textOf(Path file) throws IOException {
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isRegularFile()) {
        throw new IOException("is not a regular file");
      }
      try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = stream.readNBytes(SIZE_MAX + 1);
        if (bytes.length > SIZE_MAX) {
          throw new IOException("is larger than " + SIZE_MAX + " bytes");
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (NoSuchFileException e) {
      if (!Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
        throw new IOException(path + " is not a folder", e);
      }
      return Optional.empty();
    }
  }

  static void store(Path draft, String text) throws IOException {
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Forces the folder itself to the disk. */
  boolean settled() throws IOException {
    try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
      folder.force(true);
    }
    return true;
  }

  <T> T bounded(String verb, String name, BoundedCall<T, IOException> call) throws FolderException {
    String what = verb + " " + path.resolve(name);
    try {
      return BoundedCall.run(what, deadline.within(CALL_LIMIT), call);
    } catch (FileSystemException e) {
      String reason = Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
      throw new FolderException(what + ": " + reason);
    } catch (IOException e) {
      throw new FolderException(what + ": " + e.getMessage());
    } catch (TimeoutException e) {
      throw new FolderException(String.valueOf(e.getMessage()));
    }
  }
}
