package org.scxvm.migration;

import java.util.Optional;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Sighting;

/** What is known of a domain on one of the two nodes of its migration. */
public sealed interface Side {

  /**
   * It has nothing of the domain that could run.
   *
   * @param handedOver libvirt's reason is that the domain was migrated away
   */
  record Absent(boolean handedOver) implements Side {
    @Override
    public String toString() {
      return handedOver ? "off (migrated)" : "off";
    }
  }

  /** It has a copy. */
  record Active(Activity activity) implements Side {
    @Override
    public String toString() {
      return activity.toString();
    }
  }

  /** It does not tell. */
  record Open(String reason) implements Side {
    @Override
    public String toString() {
      return reason;
    }
  }

  /** This node, where both witnesses can be asked. */
  static Side of(Sighting seen) {
    return switch (seen.state()) {
      case UP -> new Active(seen.answer().doing().orElseThrow());
      case DOWN -> absent(seen.answer());
      case UP_UNCONFIRMED, UNKNOWN -> new Open(seen.toString());
    };
  }

  /** Another node, of which its libvirt is all that can be asked. */
  static Side of(Answer answer) {
    if (answer instanceof Answer.Silent) {
      return new Open(answer.toString());
    }
    return answer.doing().<Side>map(Active::new).orElseGet(() -> absent(answer));
  }

  private static Side absent(Answer answer) {
    return new Absent(answer instanceof Answer.Inactive off && off.handedOver());
  }

  /** What the copy does; empty unless there is one. */
  default Optional<Activity> doing() {
    return this instanceof Active active ? Optional.of(active.activity()) : Optional.empty();
  }
}
