package org.scxvm.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scxvm.folder.FolderException;
import org.scxvm.message.Messages;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

class OwnerLedgerTest {

  private static final ResourceName RESOURCE = new ResourceName("vm1-rs");
  private static final NodeName NODE = new NodeName("node1");
  private static final OwnerRecord.Subject VM =
      new OwnerRecord.Subject(RESOURCE, new DomainName("vm1"), "");

  private final Map<String, String> files = new HashMap<>();
  private final SystemTime time = new SystemTime();
  private final List<String> said = new ArrayList<>();
  private final OwnerLedger ledger = ledger();

  private OwnerLedger ledger() {
    Messages messages = new Messages(List.of((line) -> said.add(line.toString())));
    return new OwnerLedger(new OwnerRecords(new PlainFolder(files), RESOURCE), messages, time);
  }

  @BeforeEach
  void theLedgerKnowsTheSecondRecord() throws FolderException {
    publish(ledger, new Ownership.Nobody());
    publish(ledger, new Ownership.Of(NODE));
    said.clear();
  }

  private static void publish(OwnerLedger by, Ownership to) throws FolderException {
    by.read();
    assertTrue(by.change(new OwnerLedger.Change(VM, to, NODE, "a test")));
  }

  private boolean isOvertaken() {
    return ledger.isOvertaken(Deadline.in(time, Duration.ofSeconds(10)));
  }

  @Test
  void aNewerRecordOvertakesAndIsFollowed() throws FolderException {
    publish(ledger(), new Ownership.Nobody());
    said.clear();
    assertTrue(isOvertaken());
    assertEquals(new Ownership.Nobody(), known(ledger.last()).ownership());
    assertTrue(said.toString().contains("by another node"), said::toString);
  }

  @Test
  void theSameRecordDoesNot() {
    assertFalse(isOvertaken());
    assertEquals(List.of(), said);
  }

  @Test
  void aRecordThatIsGoneSaysNothing() {
    files.clear(); // as where the storage has been taken away
    assertFalse(isOvertaken());
    assertEquals(2, ledger.last().number());
  }

  @Test
  void anOlderRecordSaysNothing() {
    files.remove(".owner_vm1-rs.2"); // as where the folder is seen through a cache
    assertFalse(isOvertaken());
    assertEquals(2, ledger.last().number());
  }

  @Test
  void aDamagedRecordSaysNothing() {
    files.put(".owner_vm1-rs.3", "scxvm-ow");
    assertFalse(isOvertaken());
    assertEquals(2, ledger.last().number());
  }

  private static OwnerRecord known(FoundOwner found) {
    return ((FoundOwner.Known) found).record();
  }
}
