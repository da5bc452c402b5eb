package org.scxvm.folder.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.time.Deadline;

/**
 * Numbered files, each made by link(2) of a finished one onto its name: the file system refuses the
 * second, also where it refuses no second lock.
 */
final class FileGenerations implements Generations {

  /** The newest, and the one before it. */
  private static final int KEPT = 2;

  private static final int ATTEMPTS = 3;

  private final FileSharedFolder folder;
  private final Path path;
  private final String stem;

  FileGenerations(FileSharedFolder folder, Path path, String stem) {
    this.folder = folder;
    this.path = path;
    this.stem = stem;
  }

  @Override
  public Optional<Generation> newest() throws FolderException {
    return folder.bounded("read", stem, this::readNewest);
  }

  @Override
  public Generations within(Deadline deadline) {
    return new FileGenerations(folder.until(deadline), path, stem);
  }

  /** A generation that is not there any more when it is read has been followed by two others. */
  private Optional<Generation> readNewest() throws IOException {
    List<Long> numbers = numbers();
    while (!numbers.isEmpty()) {
      long newest = Collections.max(numbers);
      Optional<String> text = folder.textOf(fileOf(newest));
      if (text.isPresent()) {
        return text.map(it -> new Generation(newest, it));
      }
      List<Long> again = numbers();
      if (again.contains(newest)) {
        throw new IOException(fileOf(newest) + " is listed, but not there");
      }
      numbers = again;
    }
    return Optional.empty();
  }

  @Override
  public boolean publish(Generation next) throws FolderException {
    return folder.bounded("publish", stem + "." + next.number(), () -> link(next));
  }

  /**
   * Whoever wins takes away drafts, which may be this one: then it is written again. In a folder
   * that is full the one before the newest makes room.
   */
  private boolean link(Generation next) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return linkOnce(next);
      } catch (IOException e) {
        boolean gone = e instanceof NoSuchFileException;
        if (attempt == ATTEMPTS || !(gone || hasMadeRoom())) {
          throw e;
        }
      }
    }
  }

  private boolean hasMadeRoom() throws IOException {
    List<Long> numbers = numbers();
    if (numbers.size() < KEPT) {
      return false;
    }
    prune(Collections.max(numbers) + 1);
    return true;
  }

  private boolean linkOnce(Generation next) throws IOException {
    Path draft = path.resolve(FileSharedFolder.draftPrefix(stem) + UUID.randomUUID());
    try {
      FileSharedFolder.store(draft, next.text());
      Files.createLink(fileOf(next.number()), draft);
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(draft);
    }
    folder.settled();
    folder.removeDraftsOf(stem);
    if (isOvertaken(next)) {
      return false;
    }
    prune(next.number());
    return true;
  }

  /** A name that is free because it was pruned is given again to whoever was frozen so long. */
  private boolean isOvertaken(Generation next) throws IOException {
    for (long number : numbers()) {
      if (number > next.number()) {
        return true;
      }
    }
    return false;
  }

  private void prune(long newest) throws IOException {
    for (long number : numbers()) {
      if (number <= newest - KEPT) {
        Files.deleteIfExists(fileOf(number));
      }
    }
  }

  private List<Long> numbers() throws IOException {
    List<Long> numbers = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        numberOf(String.valueOf(file.getFileName())).ifPresent(numbers::add);
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException("cannot be listed: " + e.getMessage(), e);
    }
    return numbers;
  }

  /** Only a number as we write it: another form would be a second name for the same one. */
  private Optional<Long> numberOf(String name) {
    String number = name.startsWith(stem + ".") ? name.substring(stem.length() + 1) : "";
    return number.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(number))
        : Optional.empty();
  }

  @Override
  public String pathOf(long number) {
    return fileOf(number).toString();
  }

  private Path fileOf(long number) {
    return path.resolve(stem + "." + number);
  }
}
