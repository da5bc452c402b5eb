package org.scxvm.hypervisor.witness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.resource.DomainName;

/** A /proc, a libvirtd's folder and the locks on its pid files, as files of a temporary folder. */
final class FixtureNode {

  static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";
  static final String OTHER_UUID = "11111111-2222-3333-4444-555555555555";
  static final String FIRST_NAMESPACE = "pid:[4026531836]";
  static final String OTHER_NAMESPACE = "pid:[4026532201]";

  private final Path proc;
  private final Path state;
  private final Path own;
  private final Map<Path, OptionalLong> locks = new HashMap<>();
  private boolean ownKnown = true;
  private boolean usual = true;
  private boolean locksFail;

  FixtureNode(Path folder) throws IOException {
    proc = Files.createDirectory(folder.resolve("proc"));
    state = Files.createDirectory(folder.resolve("state"));
    own = folder.resolve("own");
    namespace("self", FIRST_NAMESPACE);
    process(1, "init", FIRST_NAMESPACE, "/sbin/init");
  }

  FixtureNode process(long pid, String comm, String namespace, String... words) throws IOException {
    Path entry = Files.createDirectories(proc.resolve(Long.toString(pid)));
    Files.writeString(entry.resolve("comm"), comm + "\n");
    Files.writeString(
        entry.resolve("cmdline"), words.length == 0 ? "" : String.join("\0", words) + "\0");
    namespace(Long.toString(pid), namespace);
    return this;
  }

  /** A QEMU that our libvirtd has started. */
  FixtureNode qemu(long pid, String name, String uuid) throws IOException {
    return qemu(pid, name, uuid, own, FIRST_NAMESPACE);
  }

  FixtureNode qemu(long pid, String name, String uuid, Path folder, String namespace)
      throws IOException {
    return process(
        pid,
        "qemu-system-x86",
        namespace,
        "/usr/bin/qemu-system-x86_64",
        "-name",
        "guest=" + name + ",debug-threads=on",
        "-object",
        "{\"qom-type\":\"secret\",\"file\":\"" + folder + "/domain-1-vm1/master-key.aes\"}",
        "-uuid",
        uuid);
  }

  /** All threads of the kernel are children of process 2. */
  FixtureNode kernelThread(long pid, String comm) throws IOException {
    process(pid, comm, FIRST_NAMESPACE);
    Files.writeString(
        proc.resolve(Long.toString(pid)).resolve("stat"), pid + " (" + comm + ") S 2 0 0 0");
    return this;
  }

  /** The options with which /proc is mounted. */
  FixtureNode mounted(String options) throws IOException {
    Files.writeString(
        proc.resolve("self/mounts"),
        "sysfs /sys sysfs rw,hidepid=2 0 0\nproc /proc proc " + options + " 0 0\n");
    return this;
  }

  FixtureNode capabilities(String hex) throws IOException {
    Files.writeString(
        proc.resolve("self/status"), "Name:\tjava\nCapPrm:\t0\nCapEff:\t" + hex + "\n");
    return this;
  }

  /** It has ended, and nobody has asked for its status yet. */
  FixtureNode zombie(long pid) throws IOException {
    return process(pid, "qemu-system-x86", FIRST_NAMESPACE);
  }

  /** What the kernel says of a process besides, beginning with its state. */
  FixtureNode stat(long pid, String state) throws IOException {
    Files.writeString(
        proc.resolve(Long.toString(pid)).resolve("stat"),
        pid + " (qemu (vm1)) " + state + " 1" + " 0".repeat(17) + " 12345 0\n");
    return this;
  }

  private void namespace(String process, String namespace) throws IOException {
    Path ns = Files.createDirectories(proc.resolve(process).resolve("ns"));
    Files.deleteIfExists(ns.resolve("pid"));
    Files.createSymbolicLink(ns.resolve("pid"), Path.of(namespace));
  }

  FixtureNode selfIn(String namespace) throws IOException {
    namespace("self", namespace);
    return this;
  }

  FixtureNode pidFile(String name, long pid) throws IOException {
    Files.writeString(state.resolve(name), pid + "\n");
    locks.put(state.resolve(name), OptionalLong.empty());
    return this;
  }

  FixtureNode lockedPidFile(String name, long pid) throws IOException {
    pidFile(name, pid);
    locks.put(state.resolve(name), OptionalLong.of(pid));
    return this;
  }

  FixtureNode daemon(long pid, String namespace) throws IOException {
    process(pid, "libvirtd", namespace, "/usr/sbin/libvirtd");
    return lockedPidFile("driver.pid", pid);
  }

  FixtureNode withoutStateFolder() throws IOException {
    Files.delete(state);
    return this;
  }

  FixtureNode withUnknownOwnFolder() {
    ownKnown = false;
    return this;
  }

  /** The agent was told where the socket of libvirtd is. */
  FixtureNode elsewhere() {
    usual = false;
    return this;
  }

  FixtureNode withFailingLocks() {
    locksFail = true;
    return this;
  }

  FixtureNode remove(String entry) throws IOException {
    Files.delete(proc.resolve(entry));
    return this;
  }

  Path proc() {
    return proc;
  }

  ProcessSighting look(String domain, Optional<String> uuid) {
    return witness().look(new DomainName(domain), uuid);
  }

  ProcessSighting lookAtActive() {
    return witness().lookAtActive(new DomainName("vm1"));
  }

  private QemuWitness witness() {
    LocalQemu.Folders folders =
        new LocalQemu.Folders(
            state,
            ownKnown ? Optional.of(new LocalQemu.Own(Optional.of(own))) : Optional.empty(),
            usual);
    return new QemuWitness(new ProcessTable(proc), folders, new FixtureLocks());
  }

  ProcessSighting look() {
    return look("vm1", Optional.of(UUID));
  }

  /** Only pid files of the fixture may be asked about. */
  private final class FixtureLocks extends PidFileLocks {
    @Override
    OptionalLong holder(Path file) throws IOException {
      assertTrue(locks.containsKey(file), () -> "nobody spoke of " + file);
      if (locksFail) {
        throw new IOException(file + ": errno 5");
      }
      return locks.getOrDefault(file, OptionalLong.empty());
    }
  }
}
