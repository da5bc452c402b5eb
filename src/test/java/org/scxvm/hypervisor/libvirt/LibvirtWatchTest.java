package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.WatchLine;
import org.scxvm.hypervisor.WatchedHypervisor;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** Events, and the look at all domains, on libvirt's test driver in this process. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LibvirtWatchTest {

  private static final String URI = HeldTestDriver.URI;

  private final String uuid = UUID.randomUUID().toString();
  private final String name = "vm-" + uuid;
  private final Connect held = HeldTestDriver.connection();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final WatchedHypervisor hypervisor = new LibvirtWatches().at(URI);
  private Optional<WatchLine> line = Optional.empty();

  private final class Told implements WatchedHypervisor.Changes {
    @Override
    public void changed(String domain) {
      told.add("changed " + domain);
    }

    @Override
    public void diskFailed(String domain) {
      told.add("disk of " + domain);
    }

    @Override
    public void lost() {
      told.add("lost");
    }
  }

  @BeforeEach
  void define() throws LibvirtException {
    held.domainDefineXML(
        "<domain type='test'><name>"
            + name
            + "</name><uuid>"
            + uuid
            + "</uuid><memory>8192</memory><os><type>hvm</type></os></domain>");
  }

  @AfterEach
  void forget() throws LibvirtException {
    line.ifPresent(WatchLine::close);
    Domain domain = held.domainLookupByName(name);
    if (domain.isActive() == 1) {
      domain.destroy();
    }
    domain.undefine();
    held.close();
  }

  private WatchLine connected() throws HypervisorException {
    line = Optional.of(hypervisor.connect(new Told()));
    return line.get();
  }

  private static Deadline soon() {
    return Deadline.in(new SystemTime(), Duration.ofMinutes(1));
  }

  /** Other tests of this process make their domains on the same driver. */
  private void awaitTold(String wanted) throws InterruptedException {
    String next = "";
    while (!next.equals(wanted)) {
      next = String.valueOf(told.poll(1, TimeUnit.MINUTES));
      assertTrue(!next.equals("null"), "not told: " + wanted);
    }
  }

  @Test
  void everyChangeIsToldWithTheNameOfTheDomain() throws Exception {
    WatchLine watched = connected();
    held.domainLookupByName(name).create();
    awaitTold("changed " + name);
    assertEquals(
        new Answer.Active(uuid, Activity.RUNNING),
        watched.look(new DomainName(name), soon()).answer());
    told.clear();
    held.domainLookupByName(name).destroy();
    awaitTold("changed " + name);
  }

  /** libvirt calls a listener by its address, wherever that is by then. */
  @Test
  void aConnectionThatNobodyKnowsAnyMoreIsNoDangerToTheProcess() throws Exception {
    for (int i = 0; i < 20; i++) {
      hypervisor.connect(new Told());
    }
    System.gc();
    connected();
    held.domainLookupByName(name).create();
    for (int i = 0; i < 21; i++) {
      awaitTold("changed " + name);
    }
  }

  @Test
  void allDomainsAreSeenWithOneQuestion() throws Exception {
    WatchLine watched = connected();
    Map<String, Answer> before = watched.lookAtAll(soon());
    assertEquals(new Answer.Inactive(uuid, OffReason.OTHER), before.get(name));
    held.domainLookupByName(name).create();
    held.domainLookupByName(name).suspend();
    assertEquals(
        new Answer.Active(uuid, Activity.PAUSED_BY_USER), watched.lookAtAll(soon()).get(name));
    held.domainLookupByName(name).resume();
    held.domainLookupByName(name).shutdown();
    assertEquals(
        new Answer.Inactive(uuid, OffReason.SHUT_DOWN), watched.lookAtAll(soon()).get(name));
  }

  @Test
  void aDriverWithoutGuestAgentsSaysSo() throws HypervisorException {
    WatchLine watched = connected();
    assertThrows(HypervisorException.class, () -> watched.pingGuest(new DomainName(name), soon()));
  }

  @Test
  void aHypervisorThatIsNotThereIsAnError() {
    WatchedHypervisor nowhere =
        new LibvirtWatches().at("qemu+unix:///system?socket=/nonexistent/libvirt-sock");
    assertThrows(HypervisorException.class, () -> nowhere.connect(new Told()));
  }

  @Test
  void aDriverWithoutProcessesHasNone() {
    assertEquals(Optional.empty(), hypervisor.processes().of(new DomainName(name)));
  }
}
