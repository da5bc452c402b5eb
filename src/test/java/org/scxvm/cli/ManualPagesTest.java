package org.scxvm.cli;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scxvm.config.Setting;

/**
 * The manual pages: what they say of options is what {@code --help} says, of properties what the
 * registration file says. {@code -Dmanual.accept=true} writes them anew.
 */
class ManualPagesTest {

  private static final Path FOLDER = Path.of("packaging/man");
  private static final Path OF_THE_SITE = Path.of("src/site/markdown/man");

  private final List<ManualPage> pages =
      Stream.of(new CommandPages().all(), new FilePages().all(), List.of(OcfAgentPage.page()))
          .flatMap(List::stream)
          .sorted(Comparator.comparing(ManualPage::fileName))
          .toList();

  @Test
  void theyAreWhatTheProgramSays() throws IOException {
    isWritten(FOLDER, pages.stream().collect(toMap(ManualPage::fileName, ManualPage::roff)));
  }

  @Test
  void theSiteHasThemToo() throws IOException {
    Map<String, String> files =
        pages.stream().collect(toMap(it -> it.fileName() + ".md", ManualPage::markdown));
    files.put("index.md", index());
    isWritten(OF_THE_SITE, files);
  }

  private String index() {
    return "<!-- Written by ManualPagesTest; see there. -->\n\n# Manual pages\n\n"
        + pages.stream().map(it -> it.indexed() + "\n").collect(Collectors.joining());
  }

  private static void isWritten(Path folder, Map<String, String> wanted) throws IOException {
    if (Boolean.getBoolean("manual.accept")) {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> page : wanted.entrySet()) {
        Files.writeString(folder.resolve(page.getKey()), page.getValue());
      }
    }
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        written.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    assertEquals(new TreeMap<>(wanted), written, "write them anew with -Dmanual.accept=true");
  }

  @Test
  void eachPropertyHasADescription() {
    Map<String, String> properties = RegistrationFile.descriptions();
    for (Setting setting : Setting.values()) {
      setting
          .property()
          .ifPresent(name -> assertFalse(properties.getOrDefault(name, "").isEmpty(), name));
    }
  }
}
