package org.scxvm.owner;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.file.FileSharedFolders;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/**
 * One of two nodes that claim the same record again and again, at the same moment. Each prints a
 * line for each round: its number, what became of the claim, and whom the record names afterwards.
 * The bed test puts the lines of both side by side.
 *
 * <p>The nodes of a bed share the machine's memory: a mapped file is their barrier, and they come
 * together within microseconds.
 */
final class ClaimRace {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long INTERVAL_NANOS = 20_000;

  private final Barrier barrier;
  private final OwnerRecords records;
  private final NodeName me;

  private ClaimRace(Barrier barrier, OwnerRecords records, NodeName me) {
    this.barrier = barrier;
    this.records = records;
    this.me = me;
  }

  /** FOLDER BARRIER-FILE 1|2 ROUNDS. */
  public static void main(String[] args) throws Exception {
    int number = Integer.parseInt(args[2]);
    Deadline deadline = Deadline.in(new SystemTime(), Duration.ofHours(1));
    OwnerRecords records =
        new OwnerRecords(new FileSharedFolders().at(args[0], deadline), new ResourceName("vm1-rs"));
    Barrier barrier = new Barrier(Path.of(args[1]), number);
    new ClaimRace(barrier, records, new NodeName("lv-n" + number)).run(Integer.parseInt(args[3]));
  }

  private void run(int rounds) throws InterruptedException, FolderException {
    for (int round = 1; round <= rounds; round++) {
      FoundOwner before = find(round - 1L);
      barrier.await();
      String outcome = claim(before);
      barrier.await();
      System.out.println(round + " " + outcome + " " + ownerOf(find(round)));
    }
    System.out.println("late " + claim(asItWas(rounds - 3L)));
  }

  /** What a node has read that then stood still, while others went on. */
  private static FoundOwner asItWas(long number) {
    return new FoundOwner.Damaged(number, "");
  }

  private String claim(FoundOwner before) {
    try {
      return records.publish(before, mine(before.number() + 1)) ? "won" : "lost";
    } catch (FolderException e) {
      return "error:" + String.valueOf(e.getMessage()).replace(' ', '_');
    }
  }

  private OwnerRecord mine(long generation) {
    return new OwnerRecord(
        new OwnerRecord.Subject(new ResourceName("vm1-rs"), new DomainName("vm1"), "uuid-1"),
        new Ownership.Of(me),
        new OwnerRecord.Origin(me, "claim " + generation, "2026-11-22T06:22:00Z"));
  }

  /** A store may show a new file to the other node a moment later. */
  private FoundOwner find(long number) throws FolderException {
    long began = System.nanoTime();
    FoundOwner found = records.find();
    while (found.number() < number && System.nanoTime() - began < PATIENCE.toNanos()) {
      LockSupport.parkNanos(INTERVAL_NANOS);
      found = records.find();
    }
    return found;
  }

  private static String ownerOf(FoundOwner found) {
    return found.number() + " " + found.toString().replace(' ', '_');
  }

  /** Two counters, one a node; whoever is ahead waits. */
  private static final class Barrier {

    private static final VarHandle INT =
        MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final MappedByteBuffer counters;
    private final int mine;
    private final int other;
    private int rounds;

    Barrier(Path file, int number) throws IOException {
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        counters = channel.map(FileChannel.MapMode.READ_WRITE, 0, 2 * Integer.BYTES);
      }
      mine = (number - 1) * Integer.BYTES;
      other = Integer.BYTES - mine;
    }

    void await() throws InterruptedException {
      long began = System.nanoTime();
      rounds++;
      INT.setVolatile(counters, mine, rounds);
      while ((int) INT.getVolatile(counters, other) < rounds) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
          throw new InterruptedException("the other node does not come");
        }
        Thread.onSpinWait();
      }
    }
  }
}
