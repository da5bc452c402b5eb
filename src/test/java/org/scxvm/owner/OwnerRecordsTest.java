package org.scxvm.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.scxvm.folder.FolderException;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;

/** Records of the owner in the shared folder: the next one is published once. */
class OwnerRecordsTest {

  private final PlainFolder folder = new PlainFolder(new TreeMap<>());
  private final OwnerRecords records = new OwnerRecords(folder, new ResourceName("vm1-rs"));

  private static OwnerRecord ownedBy(String node) {
    NodeName name = new NodeName(node);
    return new OwnerRecord(
        new OwnerRecord.Subject(new ResourceName("vm1-rs"), new DomainName("vm1"), "uuid-1"),
        new Ownership.Of(name),
        new OwnerRecord.Origin(name, "test", "2026-11-22T06:22:00Z"));
  }

  @Test
  void whoeverReadTheSameRecordLosesToTheFirst() throws FolderException {
    FoundOwner before = records.find();
    assertInstanceOf(FoundOwner.None.class, before);
    assertTrue(records.publish(before, ownedBy("node1")));
    assertFalse(records.publish(before, ownedBy("node2")));
    assertEquals(new FoundOwner.Known(1, ownedBy("node1")), records.find());
  }

  @Test
  void theNewestAndTheOneBeforeItAreKept() throws FolderException {
    for (String node : new String[] {"node1", "node2", "node1"}) {
      assertTrue(records.publish(records.find(), ownedBy(node)));
    }
    assertEquals(Set.of(".owner_vm1-rs.2", ".owner_vm1-rs.3"), folder.files().keySet());
  }

  @Test
  void aDamagedRecordIsNamedAndCanBeFollowed() throws FolderException {
    folder.write(".owner_vm1-rs.7", "scxvm-owner 1\n");
    FoundOwner damaged = records.find();
    assertEquals(new FoundOwner.Damaged(7, "/shared/vm1/.owner_vm1-rs.7"), damaged);
    assertTrue(records.publish(damaged, ownedBy("node2")));
    assertEquals(8, records.find().number());
  }
}
