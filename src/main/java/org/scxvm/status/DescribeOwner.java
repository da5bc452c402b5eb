package org.scxvm.status;

import java.util.ArrayList;
import java.util.List;
import org.scxvm.folder.FolderException;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.Ownership;
import org.scxvm.status.Report.Item;
import org.scxvm.status.Report.Section;

/**
 * Describes who is on record as the owner of the domain.
 *
 * @param isFine whether nothing was found that needs a person's look
 */
record DescribeOwner(Section section, boolean isFine) {

  private static final String NAME = "owner";

  static DescribeOwner of(OwnerRecords records) {
    try {
      return of(records.find());
    } catch (FolderException e) {
      return new DescribeOwner(state("cannot be told: " + e.words()), false);
    }
  }

  private static DescribeOwner of(FoundOwner found) {
    if (found instanceof FoundOwner.Known known) {
      boolean settled = !(known.record().ownership() instanceof Ownership.Moving);
      return new DescribeOwner(new Section(NAME, items(known)), settled);
    }
    return new DescribeOwner(state(found.toString()), found instanceof FoundOwner.None);
  }

  private static Section state(String words) {
    return new Section(NAME, List.of(Item.of("state", words)));
  }

  private static List<Item> items(FoundOwner.Known known) {
    OwnerRecord record = known.record();
    List<Item> items = new ArrayList<>();
    items.add(Item.of("state", record.ownership()));
    items.add(Item.of("uuid", record.subject().uuid()));
    items.add(Item.of("generation", known.generation()));
    items.add(Item.of("by", record.origin().by()));
    items.add(Item.of("why", record.origin().why()));
    items.add(Item.of("time", record.origin().time()));
    return List.copyOf(items);
  }
}
