package org.scxvm.worlds;

import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.SharedFolder;

/** A folder of which something is replaced by a lie. */
class LyingFolder implements SharedFolder {

  private final SharedFolder honest;

  LyingFolder(SharedFolder honest) {
    this.honest = honest;
  }

  @Override
  public Optional<String> read(String name) throws FolderException {
    return honest.read(name);
  }

  @Override
  public void write(String name, String text) throws FolderException {
    honest.write(name, text);
  }

  @Override
  public void rename(String name, String newName) throws FolderException {
    honest.rename(name, newName);
  }

  @Override
  public void remove(String name) throws FolderException {
    honest.remove(name);
  }

  @Override
  public Optional<String> danger(String name) throws FolderException {
    return honest.danger(name);
  }

  @Override
  public Generations generations(String stem) {
    return honest.generations(stem);
  }

  @Override
  public String path() {
    return honest.path();
  }
}
