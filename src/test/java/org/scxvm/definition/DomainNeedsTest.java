package org.scxvm.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition asks of a node. */
class DomainNeedsTest {

  private static DomainNeeds needs(String elements) throws DefinitionException {
    return needs("kvm", elements);
  }

  private static DomainNeeds needs(String type, String elements) throws DefinitionException {
    return DomainNeeds.of(
        DomainXml.parse(
            "<domain type='"
                + type
                + "'><name>vm1</name><uuid>a8282f87-25c0-42d0-8974-2ae778942970</uuid>"
                + elements
                + "</domain>"));
  }

  @Test
  void aDefinitionThatSaysNothingNeedsNothing() throws DefinitionException {
    assertEquals(
        new DomainNeeds(
            "destroy",
            "destroy",
            new DomainNeeds.Memory(0, 0, false, Optional.empty()),
            Optional.empty(),
            List.of(),
            Set.of(),
            Set.of(),
            Set.of()),
        needs(""));
  }

  @Test
  void whatBecomesOfAGuestIsRead() throws DefinitionException {
    DomainNeeds needs = needs("<on_poweroff>restart</on_poweroff><on_crash>preserve</on_crash>");
    assertEquals("restart", needs.onPoweroff());
    assertEquals("preserve", needs.onCrash());
  }

  @ParameterizedTest
  @CsvSource({
    "1024, '', 1024",
    "1024, KiB, 1024",
    "1024, k, 1024",
    "2048, b, 2",
    "1024, KB, 1000",
    "3, MiB, 3072",
    "3, M, 3072",
    "2, GiB, 2097152",
    "1, t, 1073741824",
    "many, GiB, 0",
    "9223372036854775807, GiB, 0"
  })
  void memoryHasUnits(String number, String unit, long kib) throws DefinitionException {
    assertEquals(kib, needs("<memory unit='" + unit + "'>" + number + "</memory>").memory().most());
  }

  @Test
  void aBalloonLeavesLessThanTheMost() throws DefinitionException {
    DomainNeeds.Memory memory =
        needs("<memory>4096</memory><currentMemory unit='MiB'>1</currentMemory>").memory();
    assertEquals(new DomainNeeds.Memory(4096, 1024, false, Optional.empty()), memory);
    assertEquals(4096, needs("<memory>4096</memory>").memory().usual());
  }

  @ParameterizedTest
  @CsvSource({
    "<locked/>, true",
    "<allocation mode='immediate'/>, true",
    "<allocation mode='ondemand'/>, false",
    "<nosharepages/>, false"
  })
  void memoryMayBeTakenAtOnce(String backing, boolean atOnce) throws DefinitionException {
    String xml = "<memoryBacking>" + backing + "</memoryBacking>";
    assertEquals(atOnce, needs(xml).memory().atOnce());
  }

  @Test
  void hugePagesHaveASize() throws DefinitionException {
    assertEquals(Optional.of(0L), pages("<hugepages/>"));
    assertEquals(
        Optional.of(1_048_576L), pages("<hugepages><page size='1' unit='GiB'/></hugepages>"));
    assertEquals(
        Optional.empty(),
        pages("<hugepages><page size='2048'/><page size='1' unit='G' nodeset='1'/></hugepages>"));
    assertEquals(Optional.empty(), pages("<hugepages><page size='2048' nodeset='0'/></hugepages>"));
  }

  private static Optional<Long> pages(String backing) throws DefinitionException {
    return needs("<memoryBacking>" + backing + "</memoryBacking>").memory().hugePageSize();
  }

  @Test
  void disksPoolsNetworksAndBridgesAreRead() throws DefinitionException {
    DomainNeeds needs =
        needs(
            """
            <devices>
              <disk type='file'><source file='/images/vm1'/></disk>
              <disk type='block'><source dev='/dev/vg/vm1'/></disk>
              <disk type='volume'><source pool='images' volume='b'/></disk>
              <disk type='network'><source protocol='rbd' name='pool/image'/></disk>
              <disk type='file' device='cdrom'/>
              <disk type='file' device='cdrom'><source file='/x.iso' startupPolicy='optional'/></disk>
              <interface type='network'><source network='default'/></interface>
              <interface type='bridge'><source bridge='br0'/></interface>
              <interface type='bridge'>
                <source bridge='ovs0'/><virtualport type='openvswitch'/>
              </interface>
              <interface type='user'/>
            </devices>
            """);
    assertEquals(
        List.of(new DomainNeeds.Disk("/images/vm1"), new DomainNeeds.Disk("/dev/vg/vm1")),
        needs.disks());
    assertEquals(Set.of("images"), needs.pools());
    assertEquals(Set.of("default"), needs.networks());
    assertEquals(Set.of("br0"), needs.bridges());
  }

  @ParameterizedTest
  @CsvSource({
    "kvm, ''",
    "kvm, mode='custom' check='partial'",
    "kvm, check='none'",
    "qemu, mode='custom'"
  })
  void aCpuModelIsReadHoweverItIsChecked(String type, String attributes)
      throws DefinitionException {
    DomainNeeds.Cpu cpu =
        needs(
                type,
                "<os><type arch='x86_64' machine='q35'>hvm</type></os><cpu "
                    + attributes
                    + "><model>EPYC</model></cpu>")
            .cpu()
            .orElseThrow();
    assertEquals("x86_64 q35 " + type, cpu.arch() + " " + cpu.machine() + " " + cpu.virtType());
    assertTrue(cpu.xml().startsWith("<cpu") && cpu.xml().contains("EPYC"), cpu.xml());
  }

  @ParameterizedTest
  @CsvSource({"<cpu mode='host-passthrough'/>", "<cpu mode='host-model'/>", "<cpu/>", "''"})
  void anyCpuWillDoWithoutAModel(String cpu) throws DefinitionException {
    String os = "<os><type arch='x86_64'>hvm</type></os>";
    assertEquals(Optional.empty(), needs(os + cpu).cpu());
  }

  @Test
  void anExternalEntityIsRefused() {
    String xml =
        "<!DOCTYPE domain [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
            + "<domain><name>&x;</name><uuid>a8282f87-25c0-42d0-8974-2ae778942970</uuid></domain>";
    DefinitionException e =
        assertThrows(
            DefinitionException.class, () -> DomainNeeds.of(new DomainXml(xml, "vm1", "")));
    assertTrue(e.words().contains("DOCTYPE"), e.words());
  }
}
