package org.scxvm.config.file;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.SettingException;

/** The configuration file as Java properties. */
public final class PropertiesFile {

  private static final Path USUAL = Path.of("/opt/SUNWscxvm/etc/scxvm.conf");

  /** Names another file; that one must exist. */
  private static final String VARIABLE = "SCXVM_CONF";

  private static final long BYTES_MAX = 1L << 20;

  private PropertiesFile() {}

  /** Reads the file that the environment names, or the usual one if it is there. */
  public static ConfigurationFile read(Map<String, String> environment) throws SettingException {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isEmpty()) {
      return read(Path.of(named));
    }
    return Files.exists(USUAL) ? read(USUAL) : ConfigurationFile.NONE;
  }

  /** A pipe would be waited for, for ever. */
  private static void mustBePlain(Path path) throws SettingException {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new SettingException("configuration file " + path + " is not a regular file");
      }
      if (Files.exists(path) && Files.size(path) > BYTES_MAX) {
        throw new SettingException(
            "configuration file " + path + " has more than " + BYTES_MAX + " bytes");
      }
    } catch (IOException e) {
      throw new SettingException("configuration file " + path + " cannot be read: " + e);
    }
  }

  private static ConfigurationFile read(Path path) throws SettingException {
    Properties properties = new Properties();
    mustBePlain(path);
    // Not by a channel: the first one has the JVM load its library for networks.
    try (InputStream stream = new FileInputStream(path.toFile())) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingException("configuration file " + path + " cannot be read: " + e);
    }
    Map<String, String> entries = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> entries.put(k, properties.getProperty(k)));
    return ConfigurationFile.of(path.toString(), entries);
  }
}
