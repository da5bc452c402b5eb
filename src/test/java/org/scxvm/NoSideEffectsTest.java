package org.scxvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.scxvm.cli.AgentCommandLine;
import org.scxvm.time.ProcessTime;

/** Validate and Monitor_check with the adapters of a real node: the world before and after. */
class NoSideEffectsTest {

  private static final String URI = "test:///default";

  @TempDir private Path top;
  private final StringWriter err = new StringWriter();
  private final String uuid = UUID.randomUUID().toString();
  private final Connect held = connection();

  private static Connect connection() {
    try {
      return new Connect(URI);
    } catch (LibvirtException e) {
      throw new AssertionError("libvirt's test driver is needed", e);
    }
  }

  @BeforeEach
  void defineDomain() throws LibvirtException {
    held.domainDefineXML(xml("vm-" + uuid, uuid));
    held.domainLookupByName("vm-" + uuid).setAutostart(true);
  }

  @AfterEach
  void closeConnection() throws LibvirtException {
    held.close();
  }

  private static String xml(String name, String uuid) {
    return "<domain type='test'><name>"
        + name
        + "</name><uuid>"
        + uuid
        + "</uuid><memory>8192</memory><os><type>hvm</type></os></domain>";
  }

  private int run(String... words) {
    AgentCommandLine line =
        new AgentCommandLine(new SystemAdapters(ProcessTime.fromNow()), () -> "not packaged");
    return line.run(new PrintWriter(new StringWriter()), new PrintWriter(err), words);
  }

  /** Every file with its times, owner, mode and text; every definition. */
  private Map<String, String> world() throws IOException, LibvirtException {
    Map<String, String> world = new TreeMap<>();
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.toList()) {
        String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        world.put(
            file.toString(),
            Files.readAttributes(file, "unix:*", LinkOption.NOFOLLOW_LINKS).entrySet().stream()
                    .filter(entry -> !entry.getKey().equals("lastAccessTime"))
                    .map(Object::toString)
                    .sorted()
                    .toList()
                + text);
      }
    }
    world.put("state.dir", String.valueOf(Files.exists(Path.of("/var/run/scxvm"))));
    for (String name : held.listDefinedDomains()) {
      world.put("domain " + name, held.domainLookupByName(name).getXMLDesc(0));
    }
    world.put("autostart", String.valueOf(held.domainLookupByName("vm-" + uuid).getAutostart()));
    return world;
  }

  private int validate(String mode, Path folder, String domain) {
    return run(
        "validate",
        mode,
        "-R",
        "vm1-rs",
        "-T",
        "SUNW.xvm:2",
        "-G",
        "vm1-rg",
        "--connect",
        URI,
        "-x",
        "Domain_name=" + domain,
        "-x",
        "Domain_pathname=" + folder,
        "-r",
        "Stop_timeout=60");
  }

  @Test
  void aValidateThatFindsNothingWrongChangesNothing() throws Exception {
    Map<String, String> before = world();
    assertEquals(0, validate("-c", top, "vm-" + uuid), err::toString);
    assertEquals(0, validate("-u", top, "vm-" + uuid), err::toString);
    assertEquals(0, validate("-c", top, "vm-that-is-not-there"), err::toString);
    assertEquals(before, world());
    assertTrue(err.toString().contains("Autostart of domain vm-" + uuid + " is on"), err::toString);
    assertTrue(err.toString().contains("Stop_timeout is 60 s"), err::toString);
  }

  private void assertRefusedWithoutAChange(String words) throws Exception {
    Map<String, String> before = world();
    assertEquals(1, validate("-c", top, "vm-" + uuid), err::toString);
    assertEquals(before, world());
    assertTrue(err.toString().contains(words), err::toString);
    long errors = err.toString().lines().filter(line -> line.startsWith("error ")).count();
    assertEquals(1, errors, () -> "one clear line: " + err);
  }

  private void save(String text) throws IOException {
    Files.writeString(top.resolve("vm1-rs.xml"), text);
  }

  @Test
  void theSavedDefinitionOfAnotherDomainIsRefused() throws Exception {
    save(xml("vm2", uuid));
    assertRefusedWithoutAChange("it is the definition of domain vm2, expected vm-" + uuid);
  }

  @Test
  void aDamagedSavedDefinitionIsRefused() throws Exception {
    save(xml("vm-" + uuid, uuid).substring(0, 60));
    assertRefusedWithoutAChange("vm1-rs.xml cannot be used: it is not well-formed XML");
  }

  @Test
  void anExternalEntityIsNotFollowed() throws Exception {
    save("<!DOCTYPE domain [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><domain>&x;</domain>");
    assertRefusedWithoutAChange("vm1-rs.xml cannot be used: it is not well-formed XML: DOCTYPE");
  }

  @Test
  void aLinkInThePlaceOfTheSavedDefinitionIsNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectory(top.resolve("elsewhere")).resolve("any.xml");
    Files.writeString(elsewhere, xml("vm-" + uuid, uuid));
    Files.createSymbolicLink(top.resolve("vm1-rs.xml"), elsewhere);
    assertRefusedWithoutAChange("vm1-rs.xml: is not a regular file");
  }

  @Test
  void aSavedDefinitionThatOthersCanWriteIsRefused() throws Exception {
    save(xml("vm-" + uuid, uuid));
    Files.setAttribute(top.resolve("vm1-rs.xml"), "unix:mode", 0666);
    assertRefusedWithoutAChange(
        "not trusted: " + top.toRealPath().resolve("vm1-rs.xml") + " can be written by others");
  }

  @Test
  void aFolderThatIsNotThereIsNotMade() throws Exception {
    Path none = top.resolve("none");
    assertEquals(1, validate("-c", none, "vm-" + uuid));
    assertTrue(err.toString().contains("[ID 485984] Domain pathname not found"), err::toString);
    assertFalse(Files.exists(none));
  }

  @Test
  void aMonitorCheckChangesNothing() throws Exception {
    Map<String, String> before = world();
    assertEquals(0, monitorCheck("vm-" + uuid), err::toString);
    assertEquals(0, monitorCheck("vm-that-is-not-there"), err::toString);
    assertEquals(before, world());
  }

  private int monitorCheck(String domain) {
    return run(
        "monitor_check",
        "-R",
        "vm1-rs",
        "--connect",
        URI,
        "--domain",
        domain,
        "--domain-pathname",
        top.toString(),
        "--debug",
        "0");
  }

  @Test
  void aPreflightChangesNothing() throws Exception {
    Map<String, String> before = world();
    int status =
        run(
            "preflight",
            "-R",
            "vm1-rs",
            "--to",
            "node9",
            "--domain",
            "vm-" + uuid,
            "--connect",
            URI,
            "--peer-uri",
            URI,
            "--failover-type",
            "live");
    assertEquals(1, status, err::toString);
    assertTrue(err.toString().contains("is not running on this node: shut off"), err::toString);
    assertEquals(before, world());
  }
}
