package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.libvirt.LibvirtHypervisors;
import org.scxvm.resource.DomainName;
import org.scxvm.scenario.AgentInWorld;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** Row 17: a call into a hung libvirtd blocks the seed until it is killed with SIGABRT. */
class Defect17HungLibvirtdDoesNotBlockTest {

  /** A socket that takes connections and never answers is a libvirtd that was stopped. */
  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  void aLookAtALibvirtdThatHangsIsGivenUp(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("libvirt-sock");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path));
      DomainSight sight =
          new LibvirtHypervisors().at("qemu+unix:///session?socket=" + path).sight();
      Deadline deadline = Deadline.in(new SystemTime(), Duration.ofMillis(100));
      assertInstanceOf(Answer.Silent.class, sight.look(new DomainName("vm1"), deadline).answer());
    }
  }

  @ParameterizedTest
  @CsvSource({"start, 58, 1", "stop, 58, 1"})
  void aMethodAnswersBeforeItsTimeout(String method, long second, int status) {
    AgentInWorld agent =
        new AgentInWorld(
            "timeout = 60 s",
            "domain here = running",
            "libvirt here = hangs",
            "process here = alive 4711");
    assertEquals(status, agent.run(method, "-R", "vm1-rs"));
    assertEquals(second, agent.seconds());
  }

  @Test
  void aProbeAnswersAfterTenSeconds() {
    AgentInWorld agent = new AgentInWorld("domain here = running", "libvirt here = hangs");
    assertEquals(0, agent.run("probe", "-R", "vm1-rs"));
    assertEquals(10, agent.seconds());
  }

  @Test
  void everyCallOfAStopIsGivenUp() {
    AgentInWorld agent =
        new AgentInWorld(
            "timeout = 60 s",
            "domain here = running",
            "power button here = no answer",
            "destroy here = no answer");
    assertEquals(1, agent.run("stop", "-R", "vm1-rs"));
    assertEquals(58, agent.seconds());
  }
}
