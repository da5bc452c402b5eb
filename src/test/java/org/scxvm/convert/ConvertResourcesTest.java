package org.scxvm.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.definition.ConfiguredFile;
import org.scxvm.scenario.PlainFolder;

/** What becomes of the resources of a CIB. */
class ConvertResourcesTest {

  private static final String PRIMITIVE =
      "<primitive id=\"vm1\" class=\"ocf\" provider=\"heartbeat\" type=\"VirtualDomain\">"
          + "<instance_attributes id=\"vm1-ia\">"
          + "<nvpair id=\"vm1-config\" name=\"config\" value=\"/etc/vm1.xml\"/>%s"
          + "</instance_attributes><operations>"
          + "<op id=\"vm1-to\" name=\"migrate_to\" interval=\"0\" timeout=\"120s\"%s/>"
          + "<op id=\"vm1-stop\" name=\"stop\" interval=\"0\" timeout=\"90s\"/>"
          + "</operations></primitive>";

  private static final String DEFINITION =
      "<domain><name>one</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></domain>";

  /** One definition, and no other file. */
  private static ConfiguredFile file(String path) {
    return ConfiguredFile.at(
        path, at -> new PlainFolder(at.equals("/etc") ? Map.of("vm1.xml", DEFINITION) : Map.of()));
  }

  private static List<Conversion> converted(String primitives) {
    return converted(
        primitives,
        new Site(Optional.of("/shared"), false, "qemu:///system", ConvertResourcesTest::file));
  }

  private static List<Conversion> converted(String primitives, Site site) {
    return new ConvertResources(site).convert("<resources>" + primitives + "</resources>");
  }

  private static String pair(String name, String value) {
    return "<nvpair id=\"x-" + name + "\" name=\"" + name + "\" value=\"" + value + "\"/>";
  }

  @Test
  void itsParametersStayAndThoseThatItNeedsAreAdded() {
    Conversion vm1 = converted(String.format(PRIMITIVE, pair("migration_speed", "10"), "")).get(0);
    assertEquals(
        List.of(
            "ocf:heartbeat:VirtualDomain: ocf:scxvm:domain",
            "domain_name=one",
            "domain_pathname=/shared",
            "op migrate_to on-fail=block: a failed one leaves the guest where it is",
            "op stop timeout=125s, was 90s: the guest is asked as long"),
        vm1.changes());
    for (String part :
        List.of(
            "provider=\"scxvm\"",
            "type=\"domain\"",
            "name=\"config\" value=\"/etc/vm1.xml\"",
            "name=\"migration_speed\" value=\"10\"",
            "<nvpair id=\"vm1-ia-domain_name\" name=\"domain_name\" value=\"one\"/>",
            "on-fail=\"block\"")) {
      assertTrue(vm1.xml().contains(part), part + " in " + vm1.xml());
    }
  }

  @Test
  void whatSomebodyHasDecidedStays() {
    String decided = pair("domain_name", "two") + pair("domain_pathname", "/other");
    Conversion vm1 = converted(String.format(PRIMITIVE, decided, " on-fail=\"restart\"")).get(0);
    assertEquals(
        List.of(
            "ocf:heartbeat:VirtualDomain: ocf:scxvm:domain",
            "op stop timeout=125s, was 90s: the guest is asked as long"),
        vm1.changes());
  }

  @Test
  void whatSomebodyHasSaidOfUtilizationStays() {
    String said = pair("autoset_utilization_cpu", "true");
    Conversion vm1 = converted(String.format(PRIMITIVE, said, "")).get(0);
    assertTrue(vm1.xml().contains("autoset_utilization_cpu"), vm1.xml());
    assertFalse(vm1.xml().contains("autoset_utilization_hv_memory"), vm1.xml());
  }

  /** It was so without a word; now it needs one. */
  @Test
  void whereItIsPlacedByUtilizationThatIsStillWritten() {
    String said = pair("autoset_utilization_cpu", "no") + pair("unset_utilization_hv_memory", "1");
    Conversion vm1 =
        converted(
                String.format(PRIMITIVE, said, ""),
                new Site(
                    Optional.of("/shared"), true, "qemu:///system", ConvertResourcesTest::file))
            .get(0);
    assertTrue(
        vm1.changes().contains("autoset_utilization_host_memory=true"), vm1.changes()::toString);
    assertTrue(
        vm1.changes().contains("autoset_utilization_hv_memory=true"), vm1.changes()::toString);
    assertTrue(vm1.xml().contains("name=\"autoset_utilization_cpu\" value=\"no\""), vm1.xml());
  }

  @ParameterizedTest
  @CsvSource({
    "snapshot, /var/snap",
    "backingfile, /base.qcow2",
    "stateless, true",
    "start_resources, 1",
    "save_config_on_stop, yes"
  })
  void whatIsNotOfferedLeavesItAsItIs(String name, String value) {
    Conversion vm1 = converted(String.format(PRIMITIVE, pair(name, value), "")).get(0);
    assertEquals(List.of(name + "=" + value + " is not offered"), vm1.refusals());
    assertTrue(vm1.xml().contains("VirtualDomain"), vm1.xml());
  }

  @ParameterizedTest
  @CsvSource({"snapshot, ''", "stateless, false", "start_resources, 0"})
  void whatIsSwitchedOffIsNoHindrance(String name, String value) {
    assertTrue(converted(String.format(PRIMITIVE, pair(name, value), "")).get(0).isPossible());
  }

  @Test
  void aConfigThatIsNotThereIsNamed() {
    Conversion vm1 =
        converted(String.format(PRIMITIVE, "", "").replace("/etc/vm1.xml", "/etc/vm2.xml")).get(0);
    assertEquals(1, vm1.refusals().size(), vm1.refusals()::toString);
    assertTrue(
        vm1.refusals().get(0).startsWith("config=/etc/vm2.xml: config: there is no file"),
        vm1.refusals()::toString);
  }

  /** A migrate_to that fails because of it would have Pacemaker stop the domain. */
  @ParameterizedTest
  @ValueSource(
      strings = {"--copy-storage-all", "--live --timeout 60", "--bandwidth much", "--parallel 4"})
  void wordsOfVirshThatAreNotOfferedLeaveItAsItIs(String words) {
    Conversion vm1 = converted(String.format(PRIMITIVE, pair("migrate_options", words), "")).get(0);
    assertEquals(1, vm1.refusals().size(), vm1.refusals()::toString);
    assertTrue(
        vm1.refusals().get(0).startsWith("migrate_options=" + words + ": "),
        vm1.refusals()::toString);
  }

  /** Pacemaker's defaults would end a migration after 20 s, and boot what was healthy. */
  @Test
  void operationsThatAreNotThereAreMade() {
    String bare = String.format(PRIMITIVE, "", "").replaceFirst("<operations>.*</operations>", "");
    Conversion vm1 = converted(bare).get(0);
    assertTrue(vm1.changes().contains("op migrate_to timeout=600s"), vm1.changes()::toString);
    assertTrue(vm1.changes().contains("op stop timeout=240s"), vm1.changes()::toString);
    assertTrue(
        vm1.xml()
            .contains(
                "<op id=\"vm1-migrate_to-0\" interval=\"0\" name=\"migrate_to\""
                    + " on-fail=\"block\" timeout=\"600s\"/>"),
        vm1.xml());
  }

  @ParameterizedTest
  @CsvSource({"20s, 55s", "90, 125s", "2min, 165s", "300s, 422s", "30000ms, 65s", "soon, 240s"})
  void theGuestIsAskedAsLongAsBefore(String before, String now) {
    assertEquals(now, StopTimeout.asLongAs(before));
  }

  @Test
  void withoutAFolderItIsSaidWhatThatCosts() {
    Site site = new Site(Optional.empty(), false, "qemu:///system", ConvertResourcesTest::file);
    Conversion vm1 = converted(String.format(PRIMITIVE, "", ""), site).get(0);
    assertTrue(
        vm1.changes().stream().anyMatch(it -> it.startsWith("no records: a start fails while")),
        vm1.changes()::toString);
  }

  @Test
  void theHypervisorThatVirshTakesIsNamed() {
    Site site = new Site(Optional.of("/shared"), false, "xen:///", ConvertResourcesTest::file);
    Conversion vm1 = converted(String.format(PRIMITIVE, "", ""), site).get(0);
    assertTrue(vm1.changes().contains("hypervisor=xen:///"), vm1.changes()::toString);
  }

  @Test
  void oneOfATemplateIsNotOverlooked() {
    String template =
        String.format(PRIMITIVE, "", "")
            .replace("<primitive id=\"vm1\"", "<template id=\"t\"")
            .replace("</primitive>", "</template>");
    List<Conversion> all =
        converted(template + "<primitive id=\"vm2\" template=\"t\"/><primitive id=\"vm3\"/>");
    assertEquals(1, all.size());
    assertEquals(List.of("it is of template t"), all.get(0).refusals());
    assertEquals("vm2", all.get(0).resource());
  }

  @ParameterizedTest
  @CsvSource({
    "force_stop, ja, 'force_stop=true, was ja'",
    "force_stop, never, 'force_stop=false, was never'",
    "shutdown_mode, agent, shutdown_mode=agent counts from now on",
    "shutdown_mode, initctl, 'without shutdown_mode, was initctl: acpi and agent, in turn'"
  })
  void valuesAreWrittenAsTheyWereTaken(String name, String value, String change) {
    Conversion vm1 = converted(String.format(PRIMITIVE, pair(name, value), "")).get(0);
    assertTrue(vm1.changes().contains(change), vm1.changes()::toString);
  }

  @Test
  void othersAreLeftAlone() {
    String other = String.format(PRIMITIVE, "", "").replace("VirtualDomain", "Xen");
    assertEquals(List.of(), converted(other));
  }

  @Test
  void whatIsNoXmlIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> converted("<primitive"));
  }
}
