package org.scxvm.worlds;

import java.time.Duration;
import java.util.Optional;

/** What came of a call, and when. */
record Reply(Optional<Object> value, Optional<Exception> failure, Duration clock) {

  /** The same once more. */
  Object again() throws Exception {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return value.orElseThrow();
  }
}
