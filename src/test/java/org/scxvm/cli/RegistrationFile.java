package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The registration file of the resource type, as text: what other texts have to say as well. */
final class RegistrationFile {

  private static final Path FILE = Path.of("rtr/SUNW.xvm");

  private static final Pattern ENTRY =
      Pattern.compile("\\{\\s*PROPERTY = (\\w+);(.*?)\\}\n", Pattern.DOTALL);

  private static final String EXTENSION = " EXTENSION; ";

  private RegistrationFile() {}

  /**
   * A property.
   *
   * @param words what stands behind its name, and behind EXTENSION
   */
  record Property(String name, boolean isExtension, String words) {

    private static Property of(String name, String words) {
      return words.startsWith(EXTENSION)
          ? new Property(name, true, words.substring(EXTENSION.length()))
          : new Property(name, false, words);
    }

    /** What it says of something, without quotes; nothing if it says nothing. */
    String value(String key) {
      return Pattern.compile("\\b" + key + " = (\"[^\"]*\"|[^;]*);")
          .matcher(words)
          .results()
          .map(it -> it.group(1).replace("\"", ""))
          .findFirst()
          .orElse("");
    }
  }

  /** What each of them is for, by its name; nothing for one that the RGM has itself. */
  static Map<String, String> descriptions() {
    return properties().stream()
        .collect(Collectors.toMap(Property::name, it -> it.value("DESCRIPTION")));
  }

  /** All of them, in order. */
  static List<Property> properties() {
    try {
      List<Property> found =
          ENTRY
              .matcher(Files.readString(FILE))
              .results()
              .map(it -> Property.of(it.group(1), it.group(2)))
              .toList();
      assertFalse(found.isEmpty(), "no property found in " + FILE);
      return found;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
