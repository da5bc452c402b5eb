package org.scxvm.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The version stands in pom.xml, with the time of all that is built; the changes say the same. */
class ReleaseTest {

  private static final String SNAPSHOT = "-SNAPSHOT";

  @Test
  void theNewestEntryOfTheChangesIsThisVersion() {
    String version = Pom.version();
    assertEquals(
        version.endsWith(SNAPSHOT)
            ? version.substring(0, version.length() - SNAPSHOT.length()) + " (not released)"
            : version + " (" + Pom.day() + ")",
        Pom.first(Path.of("src/site/markdown/changes.md"), "(?m)^## (.*)$"));
  }
}
