package org.scxvm.message;

import static org.scxvm.message.Severity.INFO;
import static org.scxvm.message.Severity.NOTICE;
import static org.scxvm.message.Severity.WARNING;

/** What is seen of a migration while it goes on, and what it has taken. */
@SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
public enum MoveMessage implements Message {
  PART_SENT(
      INFO,
      "Migration of domain %s: %s percent of its memory sent once, %s MiB/s",
      "The migration goes on. What the guest changes meanwhile is sent again.",
      "None."),
  DOWNTIME_RAISED(
      NOTICE,
      "Migration of domain %s gets no nearer to its end, the guest may now stand still for %s ms",
      "The guest changes its memory about as fast as it is sent.",
      "None. If it does not come to its end, give it more bandwidth, or set auto-converge."),
  GUEST_THROTTLED(
      NOTICE,
      "Domain %s is slowed down by %s percent for its migration",
      "The guest changes its memory faster than it is sent; auto-converge is set.",
      "None. It gets its full speed back when the migration has ended."),
  OPTION_NOT_TAKEN(
      WARNING,
      "Migration of domain %s: libvirt did not take the %s",
      "The migration goes on without it.",
      "Read the next message: it names the cause. Correct Migration_options if it repeats."),
  MOVE_FIGURES(
      INFO,
      "Migration of domain %s: %s MiB sent in %s s, memory gone through %s times",
      "What the migration has taken, as libvirt measured it.",
      "None.");

  private final Entry entry;

  MoveMessage(Severity severity, String format, String explanation, String action) {
    this.entry = new Entry(severity, format, explanation, action);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
