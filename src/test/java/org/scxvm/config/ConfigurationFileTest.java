package org.scxvm.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.resource.NodeName;

/** The keys of the configuration file are checked as a whole. */
class ConfigurationFileTest {

  private static ConfigurationFile file(String key, String value) throws SettingException {
    return ConfigurationFile.of("scxvm.conf", Map.of(key, value));
  }

  private static String words(String key) {
    return assertThrows(SettingException.class, () -> file(key, "x")).words();
  }

  @Test
  void aKnownKeyIsASetting() throws SettingException {
    assertEquals(
        Optional.of("xen:///"), file("connect.uri", " xen:/// ").find(Setting.CONNECT_URI));
    assertEquals(Optional.empty(), file("connect.uri", "xen:///").find(Setting.PEER_URI));
  }

  @Test
  void anEmptyValueIsNotSet() throws SettingException {
    assertEquals(Optional.empty(), file("log", "  ").find(Setting.LOG));
  }

  @Test
  void whatCannotStandInTheFileIsNotFoundInIt() {
    assertEquals(Optional.empty(), ConfigurationFile.NONE.find(Setting.DOMAIN));
    assertEquals(Map.of(), ConfigurationFile.NONE.peers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connect.uri", "domain", "peer", "peer.uri.", "timeouts", "", "a b"})
  void anUnknownKeyIsNamedWithTheFileAndTheKnownOnes(String key) {
    String words = words(key);
    assertTrue(words.startsWith("scxvm.conf: key " + key), words);
    assertTrue(words.contains("expected"), words);
  }

  @Test
  void theKnownKeysAreListed() {
    String words = words("colour");
    for (Setting setting : Setting.values()) {
      setting.key().ifPresent(key -> assertTrue(words.contains(key), key));
    }
    assertTrue(words.contains("peer.uri.NODE"));
  }

  @Test
  void aNodeCanHaveAUriOfItsOwn() throws SettingException {
    assertEquals(
        Map.of(new NodeName("node2"), "qemu+ssh://node2/system"),
        file("peer.uri.node2", " qemu+ssh://node2/system ").peers());
  }

  @Test
  void aNodeThatCannotBeOneIsNamed() {
    String words = words("peer.uri.../etc");
    assertTrue(words.startsWith("scxvm.conf: key peer.uri.../etc: node name \"../etc\""), words);
  }
}
