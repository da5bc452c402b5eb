package org.scxvm.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.time.Deadline;

/** The way to the libvirt of one node: what hangs, what is refused, what takes how long. */
final class Calls {

  /** The calls whose behaviour can be given. */
  static final Set<String> NAMES =
      Set.of(
          "look",
          "watch",
          "boot",
          "resume",
          "wake",
          "power button",
          "guest agent",
          "hypervisor's choice",
          "destroy",
          "describe",
          "define",
          "forget",
          "autostart flag",
          "saved memory image",
          "reach",
          "snapshots",
          "compare CPU",
          "network",
          "pool",
          "describe now",
          "job info",
          "block job info",
          "type of machine",
          "UUID",
          "versions",
          "host UUID",
          "node memory",
          "huge pages",
          "volume",
          "interface");

  private enum Libvirt {
    ANSWERS,
    HANGS,
    REFUSES
  }

  private final World world;
  private final String place;
  private final Map<String, Behaviour> behaviours = new HashMap<>();
  private Libvirt libvirt = Libvirt.ANSWERS;

  Calls(World world, String place) {
    this.world = world;
    this.place = place;
    behaviours.put("guest agent", Behaviour.of("unsupported: guest agent is not configured"));
  }

  /** What a call does when it gets through. */
  interface Effect {
    void happen() throws HypervisorException;
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    if (key.equals("libvirt")) {
      libvirt =
          switch (value) {
            case "answers" -> Libvirt.ANSWERS;
            case "hangs" -> Libvirt.HANGS;
            case "refuses" -> Libvirt.REFUSES;
            default -> throw new IllegalArgumentException("no state of libvirt: " + value);
          };
      return true;
    }
    if (NAMES.contains(key)) {
      behaviours.put(key, Behaviour.of(value));
      return true;
    }
    return false;
  }

  boolean answers() {
    return libvirt == Libvirt.ANSWERS;
  }

  /** Something that changes the node: it is part of the story. */
  void act(String call, String words, Deadline deadline, Effect effect) throws HypervisorException {
    world.story().add(place, words);
    world.acted();
    make(call, deadline, effect);
  }

  /** A question whose answer the asker tells. */
  void ask(String call, Deadline deadline) throws HypervisorException {
    try {
      reach(call, deadline);
      behave(call, deadline, () -> {});
    } finally {
      world.ended(call + " " + place);
    }
  }

  /** Any call; only its failure is part of the story. */
  void make(String call, Deadline deadline, Effect effect) throws HypervisorException {
    try {
      reach(call, deadline);
      behave(call, deadline, effect);
    } catch (HypervisorException e) {
      world.story().add(place, call + ": " + e.words());
      throw e;
    } finally {
      world.ended(call + " " + place);
    }
  }

  /** Gets through to libvirt, or not. A call that is given no time gets no answer. */
  void reach(String call, Deadline deadline) throws HypervisorException {
    world.time().countCall();
    if (libvirt == Libvirt.REFUSES) {
      throw new HypervisorException(Fault.SILENT, "cannot connect: Connection refused");
    }
    world.time().sleepUntil(deadline.remaining(), () -> libvirt != Libvirt.HANGS);
    if (libvirt != Libvirt.ANSWERS || deadline.hasPassed()) {
      throw noAnswer(call);
    }
  }

  private void behave(String call, Deadline deadline, Effect effect) throws HypervisorException {
    Behaviour behaviour = behaviours.getOrDefault(call, Behaviour.WORKING);
    if (behaviour.once()) {
      behaviours.remove(call);
    }
    switch (behaviour.kind()) {
      case WORKS -> take(call, behaviour.takes(), deadline, effect);
      case NO_EFFECT -> world.time().sleep(behaviour.takes());
      case REFUSED -> throw new HypervisorException(Fault.REFUSED, behaviour.words());
      case UNSUPPORTED -> throw new HypervisorException(Fault.UNSUPPORTED, behaviour.words());
      case BREAKS -> throw new HypervisorException(Fault.SILENT, "End of file while reading data");
      case NO_ANSWER -> hang(call, deadline);
      case NO_ANSWER_BUT_WORKS -> {
        effect.happen();
        hang(call, deadline);
      }
    }
  }

  private void take(String call, Duration takes, Deadline deadline, Effect effect)
      throws HypervisorException {
    if (takes.compareTo(deadline.remaining()) > 0) {
      world.time().in(takes, () -> lateEffect(effect));
      hang(call, deadline);
    }
    world.time().sleep(takes);
    effect.happen();
  }

  private void hang(String call, Deadline deadline) throws HypervisorException {
    world.time().sleep(deadline.remaining());
    throw noAnswer(call);
  }

  private static HypervisorException noAnswer(String call) {
    return new HypervisorException(Fault.SILENT, call + " gave no answer in time");
  }

  /** Nobody hears the error of a call that was given up. */
  private void lateEffect(Effect effect) {
    try {
      effect.happen();
    } catch (HypervisorException e) {
      world.story().add(place, "too late: " + e.words());
    }
  }
}
