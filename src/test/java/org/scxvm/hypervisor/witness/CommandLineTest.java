package org.scxvm.hypervisor.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines as libvirt 9.0 writes them for QEMU 7.2, and as old ones did. */
class CommandLineTest {

  private static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";
  private static final String OTHER = "11111111-2222-3333-4444-555555555555";

  /** What {@code virsh domxml-to-native qemu-argv} gives for a domain named "vm1,a", shortened. */
  private static CommandLine written(String name, String file) {
    return new CommandLine(
        List.of(
            "/usr/bin/qemu-system-x86_64",
            "-name",
            name,
            "-S",
            "-object",
            "{\"qom-type\":\"secret\",\"id\":\"masterKey0\",\"format\":\"raw\",\"file\":\""
                + file
                + "\"}",
            "-machine",
            "pc-i440fx-7.2,usb=off,dump-guest-core=off,memory-backend=pc.ram",
            "-accel",
            "tcg",
            "-m",
            "64",
            "-uuid",
            UUID,
            "-display",
            "none",
            "-chardev",
            "socket,id=charmonitor,path=/run/x/monitor.sock,server=on,wait=off",
            "-msg",
            "timestamp=on"));
  }

  private static CommandLine named(String name) {
    return written(
        "guest=" + name + ",debug-threads=on", "/var/lib/libvirt/qemu/domain-1-vm1/master-key.aes");
  }

  @Test
  void theUuidFindsADomainWhateverItsName() {
    assertEquals(true, named("vm1").isOf("renamed", Optional.of(UUID)));
    assertEquals(
        true, named("vm1").isOf("vm1", Optional.of("A8282F87-25C0-42D0-8974-2AE778942970")));
  }

  @Test
  void theUuidBeatsTheName() {
    assertEquals(false, named("vm1").isOf("vm1", Optional.of(OTHER)));
  }

  @ParameterizedTest
  @CsvSource({
    "vm1,            vm1,           true",
    "vm1,            vm,            false",
    "vm1,            vm11,          false",
    "vm1,            VM1,           false",
    "'vm1,,a',       'vm1,a',       true",
    "'vm1,,a',       vm1,           false",
    "'a,,,,b',       'a,,b',        true",
    "'x,,guest=vm1', 'x,guest=vm1', true",
    "'x,,guest=vm1', vm1,           false",
    "'a=b c',        'a=b c',       true"
  })
  void withoutAUuidTheNameFindsIt(String written, String name, boolean found) {
    assertEquals(found, named(written).isOf(name, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "vm1,                              vm1, true",
    "'debug-threads=on,guest=vm1',     vm1, true",
    "'guest=vm1',                      vm1, true",
    "'guest=vm1,process=qemu:vm2',     vm1, true",
    "'guest=vm1,process=qemu:vm2',     vm2, false",
    "'notguest=vm1',                   vm1, false"
  })
  void theNameIsFoundInEveryFormThatLibvirtWrote(String option, String name, boolean found) {
    CommandLine line = new CommandLine(List.of("/usr/bin/kvm", "-name", option));
    assertEquals(found, line.isOf(name, Optional.of(UUID)));
  }

  @Test
  void aCommandLineWithoutNameAndUuidIsOfNoDomain() {
    CommandLine line = new CommandLine(List.of("qemu-system-x86_64", "-display", "none"));
    assertEquals(false, line.isOf("vm1", Optional.of(UUID)));
    assertEquals(false, line.isOf("", Optional.empty()));
  }

  @Test
  void anOptionAtTheEndHasNoValue() {
    assertEquals(false, new CommandLine(List.of("qemu", "-name")).isOf("vm1", Optional.empty()));
    assertEquals(Optional.empty(), new CommandLine(List.of()).folder());
  }

  @Test
  void theFolderIsTheOneOfItsMasterKey() {
    assertEquals(Optional.of(Path.of("/var/lib/libvirt/qemu/domain-1-vm1")), named("vm1").folder());
    assertEquals(
        Optional.of(Path.of("/tmp/root/lib/qemu/domain-12-vm1,a")),
        written("guest=vm1,,a", "/tmp/root/lib/qemu/domain-12-vm1,a/master-key.aes").folder());
  }

  @Test
  void anOlderLibvirtWritesTheFolderAsAPlainOption() {
    CommandLine line =
        new CommandLine(
            List.of(
                "-object",
                "secret,id=masterKey0,format=raw,"
                    + "file=/var/lib/libvirt/qemu/domain-3-vm1/master-key.aes"));
    assertEquals(Optional.of(Path.of("/var/lib/libvirt/qemu/domain-3-vm1")), line.folder());
  }

  @Test
  void anEvenOlderOneNamesNoFolder() {
    CommandLine line = new CommandLine(List.of("-name", "vm1", "-uuid", UUID, "-S"));
    assertEquals(Optional.empty(), line.folder());
  }
}
