package org.scxvm.noop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scxvm.folder.FolderException;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;

/** The marker in its folder. */
class NoOpMarkersTest {

  private final Map<String, String> files = new HashMap<>();
  private final NoOpMarkers markers =
      new NoOpMarkers(new PlainFolder(files), new ResourceName("vm1-rs"));

  private static NoOpMarker marker() {
    return new NoOpMarker(
        new NoOpMarker.Subject(new ResourceName("vm1-rs"), new DomainName("vm1"), "uuid"),
        new NoOpMarker.Move(new NodeName("node1"), new NodeName("node2")),
        false,
        "2026-11-22T06:22:00Z");
  }

  @Test
  void withoutAFileThereIsNone() throws FolderException {
    assertEquals(new FoundMarker.None(), markers.find());
  }

  @Test
  void itHasTheNameThatTheAgentOf2008Knows() throws FolderException {
    markers.leave(marker());
    assertEquals(Map.of(".noop_vm1-rs", marker().text()), files);
    assertEquals(new FoundMarker.Known(marker()), markers.find());
  }

  @Test
  void anEmptyFileIsTheOneOf2008() throws FolderException {
    files.put(".noop_vm1-rs", "");
    assertEquals(new FoundMarker.Empty(), markers.find());
  }

  @Test
  void aFileThatIsNoMarkerIsDamaged() throws FolderException {
    files.put(".noop_vm1-rs", "\n");
    assertEquals(new FoundMarker.Damaged(), markers.find());
  }

  @Test
  void onceUsedUpItIsOnlyTheLastMove() throws FolderException {
    assertEquals(new FoundMarker.None(), markers.findLast());
    markers.leave(marker());
    markers.useUp();
    assertEquals(Map.of(".moved_vm1-rs", marker().text()), files);
    assertEquals(new FoundMarker.None(), markers.find());
    assertEquals(new FoundMarker.Known(marker()), markers.findLast());
  }

  /** A file of that name, whatever is behind it, must not look like a marker to the old agent. */
  @Test
  void setAsideItIsKeptUnderANameThatNoAgentTakesForAMarker() throws FolderException {
    markers.leave(marker());
    assertEquals("/shared/vm1/.stale_noop_vm1-rs", markers.setAside());
    assertEquals(Map.of(".stale_noop_vm1-rs", marker().text()), files);
    assertEquals(new FoundMarker.None(), markers.find());
  }

  @Test
  void whatIsNotThereCannotBeSetAside() {
    assertThrows(FolderException.class, markers::setAside);
  }
}
