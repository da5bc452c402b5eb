package org.scxvm.hypervisor.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.scxvm.hypervisor.witness.FixtureNode.FIRST_NAMESPACE;
import static org.scxvm.hypervisor.witness.FixtureNode.OTHER_NAMESPACE;
import static org.scxvm.hypervisor.witness.FixtureNode.OTHER_UUID;
import static org.scxvm.hypervisor.witness.FixtureNode.UUID;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.ProcessSighting.Absent;
import org.scxvm.hypervisor.ProcessSighting.Alive;
import org.scxvm.hypervisor.ProcessSighting.CannotLook;
import org.scxvm.hypervisor.ProcessSighting.NotNeeded;
import org.scxvm.hypervisor.ProcessSighting.Stopped;

/** Alive, absent or cannot look, without asking libvirt. */
class QemuWitnessTest {

  private static final Path OTHER_DAEMON = Path.of("/srv/other/lib/qemu");

  @TempDir private Path folder;

  private FixtureNode node() throws IOException {
    return new FixtureNode(folder);
  }

  private static String reason(ProcessSighting sighting) {
    return sighting instanceof CannotLook cannot ? cannot.reason() : sighting.toString();
  }

  @Test
  void withoutAnyProcessItIsAbsent() throws IOException {
    assertEquals(new Absent(), node().look());
  }

  @Test
  void theHolderOfTheLockOnItsPidFileIsItsProcess() throws IOException {
    assertEquals(new Alive(4711), node().lockedPidFile("vm1.pid", 4711).look());
  }

  /** The kernel tells of the lock, but not of the pid, across pid namespaces. */
  @Test
  void aHolderInANamespaceThatCannotBeSeenIsAliveToo() throws IOException {
    assertEquals(new Alive(0), node().lockedPidFile("vm1.pid", 0).look());
  }

  private FixtureNode active(String state) throws IOException {
    return node().lockedPidFile("vm1.pid", 4711).qemu(4711, "vm1", UUID).stat(4711, state);
  }

  @Test
  void theProcessOfAnActiveDomainMayBeStopped() throws IOException {
    assertEquals(new Stopped(4711), active("T").lookAtActive());
  }

  /** A debugger, a wait for a disk: libvirt's answer is enough. */
  @ParameterizedTest
  @ValueSource(strings = {"S", "R", "D", "t", "Z"})
  void anyOtherStateOfItIsOfNoInterest(String state) throws IOException {
    assertEquals(new NotNeeded(), active(state).lookAtActive());
  }

  @Test
  void whatCannotBeSeenOfAnActiveDomainIsOfNoInterest() throws IOException {
    assertEquals(new NotNeeded(), node().lookAtActive());
    assertEquals(new NotNeeded(), node2().lockedPidFile("vm1.pid", 0).lookAtActive());
  }

  @Test
  void locksThatCannotBeReadAreOfNoInterestEither() throws IOException {
    assertEquals(new NotNeeded(), active("T").withFailingLocks().lookAtActive());
  }

  @Test
  void aProcessWithItsUuidIsItsProcessEvenWithoutAPidFile() throws IOException {
    assertEquals(new Alive(815), node().qemu(815, "renamed", UUID).look());
  }

  @Test
  void aPidFileThatNobodyLocksProvesNothing() throws IOException {
    assertEquals(new Absent(), node().pidFile("vm1.pid", 815).look());
    assertEquals(new Alive(815), node2().pidFile("vm1.pid", 815).qemu(815, "vm1", UUID).look());
  }

  private FixtureNode node2() throws IOException {
    return new FixtureNode(Files.createDirectory(folder.resolve("second")));
  }

  @Test
  void aProcessOfThatNameWithAnotherUuidIsAnotherDomain() throws IOException {
    assertEquals(new Absent(), node().qemu(815, "vm1", OTHER_UUID).look());
  }

  @Test
  void whereTheUuidIsNotKnownTheNameFindsTheProcess() throws IOException {
    FixtureNode node = node().qemu(815, "vm1", OTHER_UUID);
    assertEquals(new Alive(815), node.look("vm1", Optional.empty()));
    assertEquals(new Absent(), node.look("vm", Optional.empty()));
  }

  @Test
  void aProcessThatIsNoQemuIsNoneWhateverItsWords() throws IOException {
    FixtureNode node =
        node().process(815, "grep", FIRST_NAMESPACE, "grep", "-name", "vm1", "-uuid", UUID);
    assertEquals(new Absent(), node.look());
  }

  @Test
  void aThreadOfTheKernelIsNoneWhateverItsName() throws IOException {
    FixtureNode node = node().kernelThread(99, "kvm");
    assertEquals(new Absent(), node.look());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/bin/qemu-system-x86_64",
        "/usr/libexec/qemu-kvm",
        "kvm",
        "/nix/store/x/bin/.qemu-system-x86_64-wrapped",
        "/opt/my qemu/qemu-system-aarch64"
      })
  void theProgramCountsAndNotTheNameOfItsThread(String program) throws IOException {
    FixtureNode node = node().process(815, "CPU 0/TCG", FIRST_NAMESPACE, program, "-uuid", UUID);
    assertEquals(new Alive(815), node.look());
  }

  @Test
  void aZombieThatNobodyClaimsMayBeOursAndCountsAsAlive() throws IOException {
    assertEquals(new Alive(815), node().zombie(815).look());
  }

  @Test
  void aZombieThatThePidFileOfAnotherDomainClaimsIsNotOurs() throws IOException {
    assertEquals(new Absent(), node().zombie(815).pidFile("vm2.pid", 815).look());
  }

  @Test
  void aZombieThatItsOwnPidFileNamesIsAliveUntilItIsReaped() throws IOException {
    assertEquals(new Alive(815), node().zombie(815).pidFile("vm1.pid", 815).look());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "kvmtool", "my-qemu"})
  void aZombieOfAnotherProgramIsNothingToUs(String comm) throws IOException {
    assertEquals(new Absent(), node().process(815, comm, FIRST_NAMESPACE).look());
  }

  @Test
  void whereTheFirstProcessCannotBeSeenNobodyCanLook() throws IOException {
    FixtureNode node = node().remove("1/cmdline");
    assertEquals("/proc does not show the processes of other users (hidepid)", reason(node.look()));
  }

  @ParameterizedTest
  @CsvSource({
    "'rw,nosuid,hidepid=2',          0000000000000000, false",
    "'rw,hidepid=invisible,gid=7',   0000000000000000, false",
    "'rw,hidepid=ptraceable',        000001fffff7ffff, false", // all but CAP_SYS_PTRACE
    "'rw,hidepid=2',                 000001ffffffffff, true",
    "'rw,hidepid=2',                 0000000000080000, true",
    "'rw,hidepid=0',                 0000000000000000, true",
    "'rw,hidepid=off',               0000000000000000, true",
    "'rw,nosuid,nodev',              0000000000000000, true"
  })
  void hidepidHidesFromWhoeverMayNotTrace(String options, String capabilities, boolean canLook)
      throws IOException {
    ProcessSighting seen = node().mounted(options).capabilities(capabilities).look();
    assertEquals(canLook, seen.equals(new Absent()), seen::toString);
  }

  @Test
  void withHidepidTheLockStillTells() throws IOException {
    FixtureNode node = node().remove("1/cmdline").lockedPidFile("vm1.pid", 4711);
    assertEquals(new Alive(4711), node.look());
  }

  /** Two nodes of a test bed share a machine: each is a pid namespace of its own. */
  @Test
  void aProcessInTheNamespaceOfAnotherDaemonIsNotOurs() throws IOException {
    FixtureNode node =
        node()
            .daemon(100, FIRST_NAMESPACE)
            .qemu(815, "vm1", UUID, folder.resolve("own"), OTHER_NAMESPACE);
    assertEquals(new Absent(), node.look());
  }

  @Test
  void aProcessInTheNamespaceOfOurDaemonIsOurs() throws IOException {
    FixtureNode node =
        node()
            .daemon(100, OTHER_NAMESPACE)
            .qemu(815, "vm1", UUID, folder.resolve("own"), OTHER_NAMESPACE);
    assertEquals(new Alive(815), node.look());
  }

  @Test
  void withoutADaemonItsChildrenCanOnlyBeInOurNamespace() throws IOException {
    FixtureNode node = node().qemu(815, "vm1", UUID, folder.resolve("own"), OTHER_NAMESPACE);
    assertEquals(new Absent(), node.look());
    assertEquals(new Alive(815), node.selfIn(OTHER_NAMESPACE).look());
  }

  @Test
  void aProcessWhoseFolderIsOfAnotherDaemonIsNotOurs() throws IOException {
    FixtureNode node = node().qemu(815, "vm1", UUID, OTHER_DAEMON, FIRST_NAMESPACE);
    assertEquals(new Absent(), node.look());
  }

  @Test
  void whereOurOwnFolderIsNotKnownThePidFilesAreTheProof() throws IOException {
    FixtureNode node =
        node().withUnknownOwnFolder().qemu(815, "vm1", UUID, OTHER_DAEMON, FIRST_NAMESPACE);
    assertEquals(new Absent(), node.look());
    assertEquals(new Alive(815), node.withoutStateFolder().look());
  }

  @Test
  void withoutTheDaemonsFolderOnlyTheFirstNamespaceShowsEveryProcess() throws IOException {
    FixtureNode node = node().withoutStateFolder();
    assertEquals(new Absent(), node.look());
    assertEquals(
        "the processes of its libvirtd may be in another pid namespace",
        reason(node.selfIn(OTHER_NAMESPACE).look()));
  }

  @Test
  void aProcessIsFoundEvenWhereAbsentCouldNotBeSaid() throws IOException {
    FixtureNode node =
        node()
            .withoutStateFolder()
            .selfIn(OTHER_NAMESPACE)
            .qemu(815, "vm1", UUID, folder.resolve("own"), OTHER_NAMESPACE);
    assertEquals(new Alive(815), node.look());
  }

  @Test
  void aLockThatCannotBeAskedAboutIsNoAbsence() throws IOException {
    FixtureNode node = node().pidFile("vm1.pid", 815).withFailingLocks();
    assertEquals(folder.resolve("state/vm1.pid") + ": errno 5", reason(node.look()));
  }

  @Test
  void aProcessThatEndsBetweenTwoLooksIsNoError() throws IOException {
    FixtureNode node = node().qemu(815, "vm1", UUID);
    assertEquals(new Absent(), node.remove("815/comm").remove("815/cmdline").look());
  }

  @Test
  void aProcessWhoseNamespaceCannotBeReadCounts() throws IOException {
    FixtureNode node = node().qemu(815, "vm1", UUID).remove("815/ns/pid");
    assertEquals(new Alive(815), node.look());
  }

  @Test
  void aDaemonInAnotherNamespaceHidesItsProcesses() throws IOException {
    FixtureNode node = node().lockedPidFile("driver.pid", 0).selfIn("pid:[4026532999]");
    assertInstanceOf(CannotLook.class, node.elsewhere().look());
    assertEquals(new Absent(), node.pidFile("vm1.pid", 815).look(), "its lock is free");
  }

  @Test
  void withoutADaemonThatWasNamedAllNamespacesAreLookedAt() throws IOException {
    FixtureNode node =
        node().qemu(815, "vm1", UUID, Path.of("/var/lib/libvirt/qemu"), "pid:[4026532999]");
    assertEquals(new Absent(), node.withUnknownOwnFolder().withoutStateFolder().look());
    assertEquals(new Alive(815), node.elsewhere().look());
  }

  @Test
  void withoutADaemonThatWasNamedASmallNamespaceShowsTooLittle() throws IOException {
    FixtureNode node = node().selfIn("pid:[4026532999]");
    assertEquals(new Absent(), node.look());
    assertInstanceOf(CannotLook.class, node.elsewhere().look());
  }
}
