package org.scxvm.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveTuning;
import org.scxvm.resource.NodeName;

/** Which URIs a move uses. */
class PeerAddressesTest {

  private static final NodeName NODE = new NodeName("node2");
  private static final MoveRequest.Options PLAIN =
      new MoveRequest.Options("", false, false, OptionalLong.empty());
  private static final MoveTuning TUNING =
      new MoveTuning(
          MoveTuning.Downtime.UNSET,
          true,
          Optional.empty(),
          OptionalInt.empty(),
          false,
          Duration.ofSeconds(20));
  private static final MoveRequest.Options TUNNELLED =
      new MoveRequest.Options("", true, true, OptionalLong.of(100), TUNING);

  private static PeerAddresses addresses(Optional<String> memory, MoveRequest.Options options) {
    return new PeerAddresses("qemu+tls://%n/system", Map.of(), memory, options);
  }

  @Test
  void thePeerIsNamedByItsNodeAndTheMemoryGoesOverThePrivateLink() {
    MoveRequest request =
        addresses(Optional.empty(), PLAIN).to(NODE, Optional.of("node2-priv"), true);
    assertEquals("qemu+tls://node2/system", request.peerUri());
    assertEquals("tcp://node2-priv", request.options().memoryUri());
    assertEquals(true, request.live());
  }

  @Test
  void withoutAPrivateNameLibvirtFindsTheWay() {
    MoveRequest request = addresses(Optional.empty(), PLAIN).to(NODE, Optional.empty(), false);
    assertEquals("", request.options().memoryUri());
    assertEquals(false, request.live());
  }

  @Test
  void aMoveToThisNodeReachesItsHypervisorAsEver() {
    MoveRequest request =
        addresses(Optional.empty(), PLAIN)
            .toHere(NODE, Optional.of("node2-priv"), true, "qemu:///system");
    assertEquals("qemu:///system", request.peerUri());
    assertEquals("tcp://node2-priv", request.options().memoryUri());
  }

  /** A tunnel is made by the other node's libvirt, to which "qemu:///system" is its own. */
  @Test
  void aTunnelToThisNodeNeedsItsAddressForPeers() {
    MoveRequest request =
        addresses(Optional.empty(), TUNNELLED)
            .toHere(NODE, Optional.of("node2-priv"), true, "qemu:///system");
    assertEquals("qemu+tls://node2/system", request.peerUri());
  }

  @Test
  void insideATunnelThereIsNoOtherWayForTheMemory() {
    MoveRequest request =
        addresses(Optional.of("tcp://%p:49152"), TUNNELLED)
            .to(NODE, Optional.of("node2-priv"), true);
    assertEquals("", request.options().memoryUri());
    assertEquals(true, request.options().unsafe());
    assertEquals(OptionalLong.of(100), request.options().bandwidthMibPerSecond());
    assertEquals(TUNING, request.options().tuning());
  }

  @Test
  void aTemplateForTheMemoryIsFilledIn() {
    PeerAddresses addresses = addresses(Optional.of("tcp://%p:49152/%n"), PLAIN);
    assertEquals(
        "tcp://node2-priv:49152/node2",
        addresses.to(NODE, Optional.of("node2-priv"), true).options().memoryUri());
    assertEquals(
        "tcp://node2:49152/node2",
        addresses.to(NODE, Optional.empty(), true).options().memoryUri());
  }

  @Test
  void aNodeThatTheTemplateDoesNotFitHasAUriOfItsOwn() {
    PeerAddresses addresses =
        new PeerAddresses(
            "qemu+tls://%n/system",
            Map.of(NODE, "qemu+tcp://%p:16509/system"), Optional.empty(), PLAIN);
    assertEquals(
        "qemu+tcp://node2-priv:16509/system",
        addresses.to(NODE, Optional.of("node2-priv"), true).peerUri());
    assertEquals(
        "qemu+tls://node3/system",
        addresses.to(new NodeName("node3"), Optional.empty(), true).peerUri());
  }
}
