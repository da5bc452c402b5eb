package org.scxvm.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.NodeName;

/** The settings of a migration. */
class PeerSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "'',                             false, false, 0",
    "none,                           false, false, 0",
    "unsafe,                         true,  false, 0",
    "tunnelled,                      false, true,  0",
    "'unsafe , tunnelled',           true,  true,  0",
    "'bandwidth=100,unsafe',         true,  false, 100",
    "bandwidth=1073741824,           false, false, 1073741824",
    "' bandwidth= 7 ',               false, false, 7"
  })
  void optionsAreRead(String value, boolean unsafe, boolean tunnelled, long bandwidth)
      throws SettingException {
    OptionalLong limit = bandwidth == 0 ? OptionalLong.empty() : OptionalLong.of(bandwidth);
    assertEquals(
        new MoveRequest.Options("", unsafe, tunnelled, limit), PeerSettings.options(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "unsafe,", ",", "unsafe=1", "Unsafe", "none,unsafe", "p2p"})
  void anUnknownOptionIsRefusedWithTheListOfTheKnownOnes(String value) {
    SettingException e = assertThrows(SettingException.class, () -> PeerSettings.options(value));
    assertEquals(
        "Migration_options="
            + value
            + " is not accepted: expected unsafe, tunnelled, bandwidth=MiB/s",
        e.words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bandwidth=",
        "bandwidth=0",
        "bandwidth=-1",
        "bandwidth=x",
        "bandwidth=1073741825"
      })
  void aBandwidthOutsideItsRangeIsRefused(String value) {
    SettingException e = assertThrows(SettingException.class, () -> PeerSettings.options(value));
    assertEquals(
        "Migration_options="
            + value
            + " is not accepted: expected bandwidth=N with N from 1 to 1073741824 MiB/s",
        e.words());
  }

  @Test
  void allOfThemMakeTheAddressesOfThePeers() throws Exception {
    Map<Setting, String> values =
        Map.of(
            Setting.PEER_URI, "qemu+tcp://%p/system",
            Setting.MIGRATION_URI, "tcp://%p:49152",
            Setting.MIGRATION_OPTIONS, "unsafe");
    Map<NodeName, String> exceptions = Map.of(new NodeName("node3"), "xen+ssh://node3/");
    Settings settings =
        new Settings(
            List.of(
                new SettingSource("here", setting -> Optional.ofNullable(values.get(setting)))));
    PeerAddresses addresses =
        PeerSettings.withOptions(PeerSettings.addresses(settings, exceptions), settings);
    assertEquals(
        new PeerAddresses(
            "qemu+tcp://%p/system",
            exceptions,
            Optional.of("tcp://%p:49152"),
            new MoveRequest.Options("", true, false, OptionalLong.empty())),
        addresses);
  }
}
