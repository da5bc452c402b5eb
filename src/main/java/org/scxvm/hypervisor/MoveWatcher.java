package org.scxvm.hypervisor;

/** Hears what is seen of a move while it goes on. It is called by the thread that moves. */
public interface MoveWatcher {

  /** Nobody listens. */
  MoveWatcher NOBODY = step -> {};

  void sees(MoveStep step);
}
