package org.scxvm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays the stories of {@code src/test/resources/scenarios}. The name of a file says what happens;
 * its first half what is given, its second half who said or did what at which second. With {@code
 * -Dscenarios.accept=true} the second half is written anew: the diff is the review.
 */
class ScenarioTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");
  private static final String MARK = "---\n";

  @TestFactory
  List<DynamicContainer> stories() throws IOException {
    return Stream.of("start", "stop", "recover", "probe", "validate", "monitor_check", "preflight")
        .map(ScenarioTest::storiesOf)
        .toList();
  }

  private static DynamicContainer storiesOf(String method) {
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER.resolve(method))) {
      files = all.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("the stories of " + method + " cannot be read", e);
    }
    assertFalse(files.isEmpty(), "no stories of " + method);
    return DynamicContainer.dynamicContainer(
        method,
        files.stream().map(file -> DynamicTest.dynamicTest(title(file), () -> play(method, file))));
  }

  private static String title(Path file) {
    return file.getFileName().toString().replace(".txt", "").replace('-', ' ');
  }

  private static void play(String method, Path file) throws IOException {
    String text = Files.readString(file);
    int mark = text.indexOf("\n" + MARK);
    String given = mark < 0 ? text : text.substring(0, mark + 1);
    String told = Scenario.of(method, given).play();
    if (Boolean.getBoolean("scenarios.accept")) {
      Files.writeString(file, given + MARK + told);
      return;
    }
    assertFalse(mark < 0, "has no second half; write it with -Dscenarios.accept=true");
    assertEquals(text.substring(mark + 1 + MARK.length()), told);
  }
}
