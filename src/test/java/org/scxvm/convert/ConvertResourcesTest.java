package org.scxvm.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.host.HostFiles;
import org.scxvm.host.TextsOnly;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** What becomes of the resources of a CIB. */
class ConvertResourcesTest {

  private static final String PRIMITIVE =
      "<primitive id=\"vm1\" class=\"ocf\" provider=\"heartbeat\" type=\"VirtualDomain\">"
          + "<instance_attributes id=\"vm1-ia\">"
          + "<nvpair id=\"vm1-config\" name=\"config\" value=\"/etc/vm1.xml\"/>%s"
          + "</instance_attributes><operations>"
          + "<op id=\"vm1-to\" name=\"migrate_to\" interval=\"0\" timeout=\"120s\"%s/>"
          + "</operations></primitive>";

  /** One definition, and no other file. */
  private static final HostFiles CONFIGS =
      new TextsOnly(
          Map.of(
              "/etc/vm1.xml",
              "<domain><name>one</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></domain>"));

  private static List<Conversion> converted(String primitives) {
    return converted(primitives, false);
  }

  private static List<Conversion> converted(String primitives, boolean placedByUtilization) {
    Deadline deadline = Deadline.in(new SimulatedTime(), Duration.ofMinutes(1));
    return new ConvertResources(Optional.of("/shared"), placedByUtilization, CONFIGS, deadline)
        .convert("<resources>" + primitives + "</resources>");
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
            "op migrate_to on-fail=block: a failed one leaves the guest where it is"),
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
    assertEquals(List.of("ocf:heartbeat:VirtualDomain: ocf:scxvm:domain"), vm1.changes());
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
    Conversion vm1 = converted(String.format(PRIMITIVE, said, ""), true).get(0);
    assertTrue(
        vm1.changes().contains("autoset_utilization_host_memory=true"), vm1.changes()::toString);
    assertFalse(vm1.xml().contains("autoset_utilization_hv_memory"), vm1.xml());
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
    assertEquals(
        List.of("config=/etc/vm2.xml: there is no such file on this node"), vm1.refusals());
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
