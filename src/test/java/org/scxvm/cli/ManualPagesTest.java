package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scxvm.config.Setting;

/**
 * The manual pages: what they say of options is what {@code --help} says, of properties what the
 * registration file says. {@code -Dmanual.accept=true} writes them anew.
 */
class ManualPagesTest {

  private static final Path FOLDER = Path.of("packaging/man");

  @Test
  void theyAreWhatTheProgramSays() throws IOException {
    Map<String, String> pages = new TreeMap<>(new CommandPages().all());
    pages.putAll(new FilePages().all());
    if (Boolean.getBoolean("manual.accept")) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
      }
    }
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        written.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    assertEquals(pages, written, "write them anew with -Dmanual.accept=true");
  }

  @Test
  void eachPropertyHasADescription() {
    Map<String, String> properties = RegistrationFile.descriptions();
    for (Setting setting : Setting.values()) {
      setting
          .property()
          .ifPresent(name -> assertFalse(properties.getOrDefault(name, "").isEmpty(), name));
    }
  }
}
