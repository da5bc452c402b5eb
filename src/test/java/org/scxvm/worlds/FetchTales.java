package org.scxvm.worlds;

import java.util.List;
import java.util.stream.Stream;

/** The sequences of methods in which a Start finds the domain on another node, and fetches it. */
final class FetchTales {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  private FetchTales() {}

  /** The agent, with Start_recovers. */
  static Methods methods() {
    return new Methods(Methods.Setup.FETCH);
  }

  static List<Tale> all() {
    return Stream.of(ofOneMethod(), ofSeveral(), ofTwoAtOnce()).flatMap(List::stream).toList();
  }

  static List<Tale> ofOneMethod() {
    return List.of(
        new Tale("fetch", Tales.running(2), stage -> stage.start(B)),
        new Tale("no-fetch", Tales.paused(2), stage -> stage.start(B)));
  }

  static List<Tale> ofSeveral() {
    return List.of(
        new Tale(
            "fetch-fetch",
            Tales.running(2),
            stage -> {
              stage.start(B);
              stage.start(B);
            }),
        new Tale(
            "fetch-start-source",
            Tales.running(2),
            stage -> {
              stage.start(B);
              stage.start(A);
            }),
        new Tale(
            "fetch-stop-start-source",
            Tales.running(2),
            stage -> {
              stage.start(B);
              stage.stop(B);
              stage.start(A);
            }),
        new Tale(
            "fetch-stop-source",
            Tales.running(2),
            stage -> {
              stage.start(B);
              stage.stop(A);
              stage.start(A);
            }),
        new Tale(
            "fetch-move-back",
            Tales.running(2),
            stage -> {
              stage.start(B);
              stage.stop(B, A);
              stage.start(A);
            }),
        new Tale(
            "fetch-start-third",
            Tales.running(3),
            stage -> {
              stage.start(B);
              stage.start(C);
            }));
  }

  static List<Tale> ofTwoAtOnce() {
    return List.of(
        new Tale("two-fetches", Tales.running(3), stage -> stage.startTogether(B, C)),
        new Tale(
            "killed-fetch-two-starts",
            Tales.running(2),
            stage -> {
              stage.start(B);
              stage.startTogether(B, A);
            }));
  }
}
