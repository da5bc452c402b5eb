package org.scxvm.settle;

import java.time.Duration;
import java.util.Locale;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveStep;
import org.scxvm.hypervisor.MoveWatcher;
import org.scxvm.message.Messages;
import org.scxvm.message.MoveMessage;
import org.scxvm.resource.DomainName;

/** Tells the operator what is seen of a move: a few lines, however long it takes. */
public record TellMove(DomainName domain, Messages messages) implements MoveWatcher {

  private static final long MIB = 1L << 20;

  @Override
  public void sees(MoveStep step) {
    if (step instanceof MoveStep.Sent sent) {
      messages.say(MoveMessage.PART_SENT, domain, sent.percent(), sent.sample().rate() / MIB);
    } else if (step instanceof MoveStep.DowntimeRaised raised) {
      messages.say(MoveMessage.DOWNTIME_RAISED, domain, raised.to().toMillis());
    } else if (step instanceof MoveStep.Throttled throttled && throttled.percent() > 0) {
      messages.say(MoveMessage.GUEST_THROTTLED, domain, throttled.percent());
    } else if (step instanceof MoveStep.NotTaken missed) {
      messages.sayWithCause(MoveMessage.OPTION_NOT_TAKEN, missed.reason(), domain, missed.what());
    } else if (step instanceof MoveStep.Finished finished) {
      tell(finished.figures());
    }
  }

  private void tell(MoveFigures figures) {
    if (figures.sentBytes().isPresent() && figures.total().isPresent()) {
      Duration total = figures.total().get();
      messages.say(
          MoveMessage.MOVE_FIGURES,
          domain,
          figures.sentBytes().getAsLong() / MIB,
          String.format(Locale.ROOT, "%.1f", total.toMillis() / 1000.0),
          figures.passes());
    }
  }
}
