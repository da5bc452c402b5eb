package org.scxvm.scenario;

import java.util.List;
import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.StateFolder;

/** A folder that does nothing it is told. */
public record BrokenFolder(String words) implements StateFolder {

  @Override
  public void make() throws FolderException {
    throw new FolderException(words);
  }

  @Override
  public Optional<String> read(String name) throws FolderException {
    throw new FolderException(words);
  }

  @Override
  public List<String> list(String ending) throws FolderException {
    throw new FolderException(words);
  }

  @Override
  public String lastChange() throws FolderException {
    throw new FolderException(words);
  }

  @Override
  public void write(String name, String text) throws FolderException {
    throw new FolderException(words);
  }

  @Override
  public void rename(String name, String newName) throws FolderException {
    throw new FolderException(words);
  }

  @Override
  public void remove(String name) throws FolderException {
    throw new FolderException(words);
  }

  @Override
  public Optional<String> danger(String name) throws FolderException {
    throw new FolderException(words);
  }

  @Override
  public Generations generations(String stem) {
    return new Generations() {
      @Override
      public Optional<Generation> newest() throws FolderException {
        throw new FolderException(words);
      }

      @Override
      public boolean publish(Generation next) throws FolderException {
        throw new FolderException(words);
      }

      @Override
      public String pathOf(long number) {
        return path() + "/" + stem + "." + number;
      }
    };
  }

  @Override
  public String path() {
    return "/broken";
  }
}
