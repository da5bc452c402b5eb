package org.scxvm.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What pom.xml says of the build, where it stands first and alone. */
public final class Pom {

  private Pom() {}

  /** The version of the project. */
  public static String version() {
    return first(Path.of("pom.xml"), "<version>(.*?)</version>");
  }

  /** The day of all that is built, as YYYY-MM-DD. */
  public static String day() {
    return first(Path.of("pom.xml"), "<project.build.outputTimestamp>(\\d{4}-\\d\\d-\\d\\d)T");
  }

  /** The first match's group in a file. */
  static String first(Path file, String pattern) {
    try {
      return Pattern.compile(pattern)
          .matcher(Files.readString(file))
          .results()
          .map(it -> it.group(1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
