package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/**
 * A libvirtd that was stopped: its socket takes connections, and nobody ever answers. Each call is
 * given up at its deadline; one that is not makes these tests run out of time.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HangingDaemonTest {

  private static final DomainName DOMAIN = new DomainName("vm1");

  @TempDir private Path folder;
  private String uri = "";
  private ServerSocketChannel socket = unbound();

  private static ServerSocketChannel unbound() {
    try {
      return ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    Path path = folder.resolve("libvirt-sock");
    socket.bind(UnixDomainSocketAddress.of(path));
    uri = "qemu+unix:///session?socket=" + path;
  }

  /** The calls that were given up end with this. */
  @AfterEach
  void close() throws IOException {
    socket.close();
  }

  private Hypervisor hypervisor() {
    return new LibvirtHypervisors().at(uri);
  }

  private static Deadline soon() {
    return Deadline.in(new SystemTime(), Duration.ofMillis(100));
  }

  @Test
  void aLookIsASilence() {
    assertEquals(
        new Answer.Silent("look on " + uri + " gave no answer in time"),
        hypervisor().sight().look(DOMAIN, soon()).answer());
  }

  @Test
  void theNextLookDoesNotWaitForTheOneBefore() {
    Hypervisor hypervisor = hypervisor();
    Answer first = hypervisor.sight().look(DOMAIN, soon()).answer();
    assertEquals(first, hypervisor.sight().look(DOMAIN, soon()).answer());
  }

  @Test
  void aCallIsASilence() {
    HypervisorException power =
        assertThrows(HypervisorException.class, () -> hypervisor().power().destroy(DOMAIN, soon()));
    assertEquals(Fault.SILENT, power.fault());
    HypervisorException definitions =
        assertThrows(
            HypervisorException.class, () -> hypervisor().definitions().describe(DOMAIN, soon()));
    assertEquals(Fault.SILENT, definitions.fault());
    assertTrue(definitions.words().endsWith("gave no answer in time"));
  }

  @Test
  void aWatchFallsBackToWaiting() {
    SystemTime time = new SystemTime();
    Duration before = time.sinceStart();
    try (DomainChanges changes = hypervisor().sight().watch(DOMAIN, soon())) {
      changes.await(Duration.ofMillis(5));
    }
    assertTrue(time.sinceStart().compareTo(before) > 0);
  }

  @Test
  void aMoveToAPeerThatHangsDoesNotBegin() {
    MoveRequest.Options options = new MoveRequest.Options("", false, false, OptionalLong.empty());
    assertEquals(
        new MoveEnd.NotBegun("no connection to both nodes in time"),
        hypervisor().moves().move(DOMAIN, new MoveRequest(true, uri, options), soon(), soon()));
  }
}
