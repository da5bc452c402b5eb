package org.scxvm.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version stands in pom.xml, with the time of all that is built; the changes say the same. */
class ReleaseTest {

  private static final String SNAPSHOT = "-SNAPSHOT";

  @Test
  void theNewestEntryOfTheChangesIsThisVersion() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = first(pom, "<version>(.*?)</version>");
    String day = first(pom, "<project.build.outputTimestamp>(.{10})T");
    String heading =
        first(Files.readString(Path.of("src/site/markdown/changes.md")), "(?m)^## (.*)$");
    assertEquals(
        version.endsWith(SNAPSHOT)
            ? version.substring(0, version.length() - SNAPSHOT.length()) + " (not released)"
            : version + " (" + day + ")",
        heading);
  }

  private static String first(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .findFirst()
        .orElseThrow();
  }
}
