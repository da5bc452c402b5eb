package org.scxvm.monitor;

/** What is to follow from what was found of a watched domain. */
enum Verdict {
  /** Nothing; it is well. */
  WELL,
  /** The cluster manager is told that something is not as it should be. Nothing is done. */
  DOUBTFUL,
  /** It is off, and that is wanted. Nothing is done. */
  LEFT_OFF,
  /** It has to be restarted, or started elsewhere. */
  FAULTY
}
