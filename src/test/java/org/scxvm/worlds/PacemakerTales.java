package org.scxvm.worlds;

import java.util.List;

/** Tales in which a migration has two halves, and a third method follows on its source. */
final class PacemakerTales {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  private PacemakerTales() {}

  /** What Pacemaker calls, in good order and when it is wrong about where the domain is. */
  static List<Tale> all() {
    return List.of(
        new Tale(
            "sent",
            Tales.running(2),
            stage -> {
              stage.migrateTo(A, B);
              stage.migrateFrom(B);
              stage.stop(A);
            }),
        new Tale(
            "sent-twice",
            Tales.running(2),
            stage -> {
              stage.migrateTo(A, B);
              stage.migrateTo(A, B);
              stage.migrateFrom(B);
            }),
        new Tale(
            "sent-and-taken-back",
            Tales.running(2),
            stage -> {
              stage.migrateTo(A, B);
              stage.stop(A);
              stage.start(A);
            }),
        new Tale(
            "sent-and-started",
            Tales.running(2),
            stage -> {
              stage.migrateTo(A, B);
              stage.stop(A);
              stage.stop(B);
              stage.start(B);
            }),
        new Tale(
            "sent-elsewhere",
            Tales.running(3),
            stage -> {
              stage.migrateTo(A, B);
              stage.migrateTo(A, C);
              stage.migrateFrom(C);
            }),
        new Tale(
            "paused-and-sent",
            Tales.paused(2),
            stage -> {
              stage.migrateTo(A, B);
              stage.migrateFrom(B);
            }));
  }
}
