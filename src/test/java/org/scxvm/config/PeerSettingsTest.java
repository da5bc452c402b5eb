package org.scxvm.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.NodeName;

/** The settings of a migration. */
class PeerSettingsTest {

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
