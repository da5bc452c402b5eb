package org.scxvm.monitor;

import java.util.function.Supplier;
import org.scxvm.folder.StateFolder;
import org.scxvm.message.Messages;
import org.scxvm.time.Time;
import org.scxvm.watched.Registrations;

/**
 * What every part of the fault monitor stands on.
 *
 * @param state opens the state folder of this node for one use
 * @param boot tells this boot of the machine from all others
 */
record Ground(Supplier<StateFolder> state, String boot, Messages messages, Time time) {

  /** Who is to be watched. */
  Registrations registrations() {
    return new Registrations(state.get(), boot);
  }
}
