package org.scxvm.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.StateFolder;

/** A folder in a map, without faults. */
public record PlainFolder(Map<String, String> files) implements StateFolder {

  @Override
  public void make() {
    // It is always there.
  }

  @Override
  public Optional<String> read(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public List<String> list(String ending) {
    return files.keySet().stream()
        .filter(name -> name.endsWith(ending) && !name.startsWith("."))
        .toList();
  }

  @Override
  public String lastChange() {
    return files.keySet().toString();
  }

  @Override
  public void write(String name, String text) {
    files.put(name, text);
  }

  @Override
  public void rename(String name, String newName) throws FolderException {
    String text = files.remove(name);
    if (text == null) {
      throw new FolderException("rename " + name + ": no such file");
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
    return new PlainGenerations(files, stem);
  }

  @Override
  public String path() {
    return "/shared/vm1";
  }
}
