package org.scxvm.scenario;

import java.time.Duration;

/**
 * How a node answers one kind of call.
 *
 * <pre>
 * works | heard                 it takes effect at once
 * takes 10 s                    it takes effect then
 * no effect | ignored           it is accepted and nothing comes of it
 * refused: WORDS                libvirt says no
 * unsupported: WORDS            libvirt cannot do that
 * no answer                     it hangs and has no effect
 * no answer but works           it takes effect, and hangs
 * connection breaks             no answer, told at once
 * once ...                      only the first call; the next one works
 * </pre>
 *
 * @param takes how long it takes
 * @param words libvirt's words, where it fails
 * @param once it is gone after the first call
 */
record Behaviour(Kind kind, Duration takes, String words, boolean once) {

  enum Kind {
    WORKS,
    NO_EFFECT,
    REFUSED,
    UNSUPPORTED,
    NO_ANSWER,
    NO_ANSWER_BUT_WORKS,
    BREAKS
  }

  static final Behaviour WORKING = new Behaviour(Kind.WORKS, Duration.ZERO, "", false);

  static Behaviour of(String text) {
    boolean once = text.startsWith("once ");
    String rest = once ? text.substring("once ".length()) : text;
    int colon = rest.indexOf(": ");
    String head = colon < 0 ? rest : rest.substring(0, colon);
    String words = colon < 0 ? "" : rest.substring(colon + 2);
    if (rest.startsWith("takes ")) {
      Duration takes = Given.duration(rest.substring("takes ".length()));
      return new Behaviour(Kind.WORKS, takes, "", once);
    }
    Kind kind = kind(head);
    if (words.isEmpty() == (kind == Kind.REFUSED || kind == Kind.UNSUPPORTED)) {
      throw new IllegalArgumentException("words belong to refused and unsupported only: " + text);
    }
    return new Behaviour(kind, Duration.ZERO, words, once);
  }

  private static Kind kind(String head) {
    return switch (head) {
      case "works", "heard" -> Kind.WORKS;
      case "no effect", "ignored" -> Kind.NO_EFFECT;
      case "refused" -> Kind.REFUSED;
      case "unsupported" -> Kind.UNSUPPORTED;
      case "no answer" -> Kind.NO_ANSWER;
      case "no answer but works" -> Kind.NO_ANSWER_BUT_WORKS;
      case "connection breaks" -> Kind.BREAKS;
      default -> throw new IllegalArgumentException("no behaviour: " + head);
    };
  }
}
