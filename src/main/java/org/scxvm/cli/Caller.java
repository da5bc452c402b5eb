package org.scxvm.cli;

/** Who calls a subcommand: that says who reads its messages, and who ends it. */
enum Caller {
  /** It ends a method whose timeout is over, and reads no message. */
  CLUSTER_MANAGER,

  /** A person at a terminal, who waits for an answer and reads it there; nothing is changed. */
  WHO_ASKS,

  /** A person who has something changed, for as long as it takes; the log has to tell it later. */
  WHO_ACTS
}
