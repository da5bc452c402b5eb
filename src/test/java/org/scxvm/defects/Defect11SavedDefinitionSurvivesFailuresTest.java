package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.folder.file.FileSharedFolders;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.AgentInWorld;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** Row 11: the seed dumps straight over the saved file, and a failure leaves it empty. */
class Defect11SavedDefinitionSurvivesFailuresTest {

  private static final NodeName NODE = new NodeName("node1");

  @TempDir private Path path;

  private SharedFolder folder() {
    return new FileSharedFolders()
        .at(path.toString(), Deadline.in(new SystemTime(), Duration.ofMinutes(5)));
  }

  private SavedDefinitions definitions() {
    return new SavedDefinitions(folder(), new ResourceName("vm1-rs"));
  }

  @Test
  void theSavedFileIsReplacedAndNeverWrittenOver() throws Exception {
    definitions().save(NODE, new DomainName("vm1"), "<domain>1</domain>");
    Path saved = path.resolve("vm1-rs.xml");
    Path sameFile = Files.createLink(path.resolve("link"), saved);
    definitions().save(NODE, new DomainName("vm1"), "<domain>2</domain>");
    assertEquals("<domain>1</domain>", Files.readString(sameFile));
    assertEquals("<domain>2</domain>", Files.readString(saved));
    assertEquals("<domain>1</domain>", Files.readString(path.resolve("vm1-rs.xml.previous")));
  }

  /** The draft's name would be too long, so this write fails before it can have begun. */
  @Test
  void aWriteThatFailsLeavesTheOldTextInPlace() throws IOException {
    String name = "n".repeat(250);
    Files.writeString(path.resolve(name), "old");
    assertThrows(FolderException.class, () -> folder().write(name, "new"));
    assertEquals("old", Files.readString(path.resolve(name)));
  }

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    definitions().save(NODE, new DomainName("vm1"), "<domain>secrets</domain>");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("vm1-rs.xml"))));
  }

  @Test
  void aDumpThatFailsTouchesNothing() {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = running", "saved = v1", "describe here = refused: internal error");
    assertEquals(0, agent.run("start", "-R", "vm1-rs"));
    assertTrue(agent.story().contains("/usr/bin/virsh dumpxml vm1"), agent::story);
    assertTrue(agent.story().contains("cluster  status DEGRADED"), agent::story);
    assertTrue(agent.story().lines().noneMatch(line -> line.contains("folder   write")));
  }
}
