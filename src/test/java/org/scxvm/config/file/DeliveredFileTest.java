package org.scxvm.config.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;

/** The configuration file that the packages bring: all keys, each with what holds without it. */
class DeliveredFileTest {

  private static final Path FILE = Path.of("packaging/scxvm.conf");

  @Test
  void itHasEachKeyWithItsDefault() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      setting.key().ifPresent(key -> expected.put(key, setting.builtIn().orElse("")));
    }
    Map<String, String> delivered = new TreeMap<>();
    for (String line : settings()) {
      String[] pair = line.split("=", 2);
      assertEquals(Optional.empty(), Optional.ofNullable(delivered.put(pair[0], pair[1])), line);
    }
    assertEquals(expected, delivered);
  }

  @Test
  void asItIsItSetsNothing() throws SettingException {
    ConfigurationFile file = PropertiesFile.read(Map.of("SCXVM_CONF", FILE.toString()));
    for (Setting setting : Setting.values()) {
      assertEquals(Optional.empty(), file.find(setting), setting.name());
    }
  }

  @Test
  void withoutTheMarksItIsAccepted(@TempDir Path folder) throws IOException, SettingException {
    Path all = folder.resolve("all.conf");
    Files.write(all, settings());
    ConfigurationFile file = PropertiesFile.read(Map.of("SCXVM_CONF", all.toString()));
    assertEquals(Optional.of("auto"), file.find(Setting.PEER_CHECK));
  }

  private static List<String> settings() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> line.matches("#[a-z.]+=.*"))
        .map(line -> line.substring(1))
        .toList();
  }
}
