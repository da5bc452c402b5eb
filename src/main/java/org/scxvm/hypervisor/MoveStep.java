package org.scxvm.hypervisor;

import java.time.Duration;

/** Something worth knowing that happens while a domain is moved. */
public sealed interface MoveStep {

  /** It goes on; told with each look. */
  record Looked(MoveSample sample) implements MoveStep {}

  /** Another quarter of the memory has been sent once. */
  record Sent(int percent, MoveSample sample) implements MoveStep {}

  /** The hypervisor goes over the memory once more, for what the guest has changed meanwhile. */
  record PassBegan(MoveSample sample) implements MoveStep {}

  /** The copy does not get ahead of the guest, which may therefore stand still for longer. */
  record DowntimeRaised(Duration to) implements MoveStep {}

  /** The hypervisor slows the guest down, by so many percent. */
  record Throttled(int percent) implements MoveStep {}

  /** Nothing has moved for that long; such a move is cancelled. */
  record Stalled(Duration lasting) implements MoveStep {}

  /** libvirt did not take what is asked for; the move goes on without it. */
  record NotTaken(String what, String reason) implements MoveStep {}

  /** It has succeeded. */
  record Finished(MoveFigures figures) implements MoveStep {}
}
