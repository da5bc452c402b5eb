package org.scxvm.host;

import java.util.Map;
import java.util.Optional;
import org.scxvm.time.Deadline;

/** A machine of which some texts are known, by their paths, and nothing else. */
public record TextsOnly(Map<String, String> texts) implements HostFiles {

  @Override
  public Optional<String> fileSystem(String path, Deadline deadline) {
    throw new AssertionError("nobody asks for it");
  }

  @Override
  public Optional<String> text(String path, Deadline deadline) {
    return Optional.ofNullable(texts.get(path));
  }
}
