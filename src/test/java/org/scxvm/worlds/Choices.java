package org.scxvm.worlds;

/** Decides how a world goes on where it can go several ways. */
interface Choices {

  /** What kind of decision it is; each has a budget of its own. */
  enum Kind {
    /** Something goes wrong, or somebody interferes. */
    MISHAP,
    /** The other one of two methods goes on. */
    SWITCH
  }

  /**
   * Which way it goes.
   *
   * @param ways how many there are, at least 2; way 0 is the usual one
   */
  int choose(Kind kind, int ways);
}
