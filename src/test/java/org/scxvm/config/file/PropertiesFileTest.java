package org.scxvm.config.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.resource.NodeName;

/** The file that SCXVM_CONF names. */
class PropertiesFileTest {

  @TempDir private Path folder;
  private Path conf = Path.of("");

  @BeforeEach
  void nameTheFile() {
    conf = folder.resolve("scxvm.conf");
  }

  private ConfigurationFile read(String text) throws IOException, SettingException {
    Files.writeString(conf, text);
    return PropertiesFile.read(Map.of("SCXVM_CONF", conf.toString()));
  }

  @Test
  void itIsAFileOfJavaProperties() throws Exception {
    ConfigurationFile file =
        read("# comment\nconnect.uri = xen:///\npeer.uri.node2=qemu+ssh://node2/system\n");
    assertEquals(Optional.of("xen:///"), file.find(Setting.CONNECT_URI));
    assertEquals(Map.of(new NodeName("node2"), "qemu+ssh://node2/system"), file.peers());
  }

  @Test
  void theFileThatTheEnvironmentNamesMustExist() {
    SettingException e =
        assertThrows(
            SettingException.class,
            () -> PropertiesFile.read(Map.of("SCXVM_CONF", conf.toString())));
    assertTrue(e.words().startsWith("configuration file " + conf + " cannot be read"));
  }

  /** A pipe would be waited for, for ever. */
  @Test
  void whatIsNoPlainFileOrTooLargeIsNotRead() throws IOException {
    Files.createDirectory(conf);
    assertEquals("configuration file " + conf + " is not a regular file", refusal());
    Files.delete(conf);
    Files.write(conf, new byte[(1 << 20) + 1]);
    assertEquals("configuration file " + conf + " has more than 1048576 bytes", refusal());
  }

  private String refusal() {
    return assertThrows(
            SettingException.class,
            () -> PropertiesFile.read(Map.of("SCXVM_CONF", conf.toString())))
        .words();
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Files.write(conf, new byte[] {'a', '=', (byte) 0xff, '\n'});
    assertThrows(
        SettingException.class, () -> PropertiesFile.read(Map.of("SCXVM_CONF", conf.toString())));
  }

  @Test
  void aDamagedEscapeIsRefused() {
    SettingException e = assertThrows(SettingException.class, () -> read("log=\\u00zz\n"));
    assertTrue(e.words().contains(conf.toString()));
  }

  @Test
  void anUnknownKeyIsNamedWithItsFile() {
    SettingException e = assertThrows(SettingException.class, () -> read("colour=red\n"));
    assertTrue(e.words().startsWith(conf + ": key colour is not known"));
  }
}
