package org.scxvm.worlds;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scxvm.worlds.Explorer.Depth;

/** Plays Starts that fetch the domain in every small world, and holds the laws against each. */
@ExtendWith(RememberedXml.class)
class FetchWorldsTest {

  private static final int MORE = SmallWorldsTest.MORE;

  @Test
  void noLawIsBrokenByAFetch() {
    SmallWorldsTest.explore(FetchTales.ofOneMethod(), FetchTales.methods(), new Depth(1 + MORE, 0));
    SmallWorldsTest.explore(FetchTales.ofSeveral(), FetchTales.methods(), new Depth(1 + MORE, 0));
  }

  @Test
  void noLawIsBrokenByTwoStartsAtOnce() {
    SmallWorldsTest.explore(FetchTales.ofTwoAtOnce(), FetchTales.methods(), new Depth(MORE, 2));
    SmallWorldsTest.explore(FetchTales.ofTwoAtOnce(), FetchTales.methods(), new Depth(1 + MORE, 0));
  }

  @Test
  @Tag("long")
  void noLawIsBrokenInDepth() {
    SmallWorldsTest.explore(FetchTales.ofOneMethod(), FetchTales.methods(), new Depth(2 + MORE, 0));
    SmallWorldsTest.explore(FetchTales.ofSeveral(), FetchTales.methods(), new Depth(2 + MORE, 0));
    SmallWorldsTest.explore(FetchTales.ofTwoAtOnce(), FetchTales.methods(), new Depth(1 + MORE, 1));
  }
}
