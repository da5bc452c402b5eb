package org.scxvm.hypervisor;

import java.util.Optional;

/** How the call that moves a domain ended. Where the domain is, only a look at both nodes tells. */
public sealed interface MoveEnd {

  /**
   * libvirt reports success.
   *
   * @param figures what it has taken
   */
  record Succeeded(MoveFigures figures) implements MoveEnd {}

  /** It never began, so the other node cannot have a copy. */
  record NotBegun(String reason) implements MoveEnd {}

  /** It began and libvirt reports an error, be it that nothing moved and it was cancelled. */
  record Failed(String reason) implements MoveEnd {}

  /**
   * It began and ran out of time.
   *
   * @param reason what came of cancelling it
   * @param ended whether libvirt has ended it; if not, it may still go through
   */
  record OutOfTime(String reason, boolean ended) implements MoveEnd {}

  /** Whether the other node can have a copy of the domain. */
  default boolean hasBegun() {
    return !(this instanceof NotBegun);
  }

  default boolean succeeded() {
    return this instanceof Succeeded;
  }

  /** What went wrong; empty if nothing is known to have. */
  default Optional<String> trouble() {
    if (this instanceof NotBegun notBegun) {
      return Optional.of(notBegun.reason());
    }
    if (this instanceof Failed failed) {
      return Optional.of(failed.reason());
    }
    return this instanceof OutOfTime late ? Optional.of(late.reason()) : Optional.empty();
  }

  /** Whether libvirt may still be at it. */
  default boolean mayGoOn() {
    return this instanceof OutOfTime late && !late.ended();
  }
}
