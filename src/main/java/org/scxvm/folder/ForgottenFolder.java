package org.scxvm.folder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where nothing is shared: what is written lasts as long as the call, and nobody else ever sees it.
 * Each call starts without a record, as if it were the first.
 */
public final class ForgottenFolder implements SharedFolder {

  private final Map<String, String> files = new HashMap<>();
  private final Map<String, Generations.Generation> newest = new HashMap<>();

  @Override
  public Optional<String> read(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public void write(String name, String text) {
    files.put(name, text);
  }

  @Override
  public void rename(String name, String newName) throws FolderException {
    String text = files.remove(name);
    if (text == null) {
      throw new FolderException("there is no file " + name);
    }
    files.put(newName, text);
  }

  @Override
  public void remove(String name) {
    files.remove(name);
  }

  @Override
  public Optional<String> danger(String name) {
    return Optional.empty();
  }

  @Override
  public Generations generations(String stem) {
    return new Numbered(stem);
  }

  @Override
  public String path() {
    return "(no Domain_pathname)";
  }

  /** One call writes one after the other, so the newest is all there is. */
  private final class Numbered implements Generations {

    private final String stem;

    private Numbered(String stem) {
      this.stem = stem;
    }

    @Override
    public Optional<Generation> newest() {
      return Optional.ofNullable(newest.get(stem));
    }

    @Override
    public boolean publish(Generation next) {
      Generation last = newest.get(stem);
      if (last != null && last.number() >= next.number()) {
        return false;
      }
      newest.put(stem, next);
      return true;
    }

    @Override
    public String pathOf(long number) {
      return path() + "/" + stem + "." + number;
    }
  }
}
