package org.scxvm.worlds;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A world as the points at which it does not go the usual way. It also notes how many ways there
 * were at each point, so that the worlds next to this one are known.
 */
final class Script implements Choices {

  private static final int POINTS_AT_FIRST = 256;

  private final int[] points;
  private final int[] taken;
  private int next;
  private int point;
  private byte[] ways = new byte[POINTS_AT_FIRST];
  private Kind[] kinds = new Kind[POINTS_AT_FIRST];

  private Script(int[] points, int[] taken) {
    this.points = points;
    this.taken = taken;
  }

  /** All goes well. */
  static Script usual() {
    return new Script(new int[0], new int[0]);
  }

  /** A script as {@link #toString} writes it. */
  static Script of(String text) {
    int[][] pairs =
        Arrays.stream(text.split(","))
            .filter(pair -> !pair.isBlank())
            .map(pair -> Arrays.stream(pair.split("=")).mapToInt(Integer::parseInt).toArray())
            .toArray(int[][]::new);
    return new Script(
        Arrays.stream(pairs).mapToInt(pair -> pair[0]).toArray(),
        Arrays.stream(pairs).mapToInt(pair -> pair[1]).toArray());
  }

  /** This script with one more point, behind all others. */
  Script with(int newPoint, int way) {
    int[] morePoints = Arrays.copyOf(points, points.length + 1);
    int[] moreTaken = Arrays.copyOf(taken, taken.length + 1);
    morePoints[points.length] = newPoint;
    moreTaken[taken.length] = way;
    return new Script(morePoints, moreTaken);
  }

  @Override
  public int choose(Kind kind, int wayCount) {
    if (point == ways.length) {
      ways = Arrays.copyOf(ways, 2 * point);
      kinds = Arrays.copyOf(kinds, 2 * point);
    }
    ways[point] = (byte) wayCount;
    kinds[point] = kind;
    int way = 0;
    if (next < points.length && points[next] == point) {
      way = taken[next++];
    }
    point++;
    if (way >= wayCount) {
      throw new IllegalArgumentException("there is no way " + way + " at point " + (point - 1));
    }
    return way;
  }

  /** The first point at which another script can leave this one. */
  int free() {
    return points.length == 0 ? 0 : points[points.length - 1] + 1;
  }

  /** How many points this world had. */
  int length() {
    return point;
  }

  int waysAt(int at) {
    return ways[at];
  }

  Kind kindAt(int at) {
    return kinds[at];
  }

  /** Whether every point was reached. */
  boolean isPlayedOut() {
    return next == points.length;
  }

  @Override
  public String toString() {
    return IntStream.range(0, points.length)
        .mapToObj(i -> points[i] + "=" + taken[i])
        .collect(Collectors.joining(","));
  }
}
