package org.scxvm.noop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;

/** The text of a marker, and what is no marker. */
class NoOpMarkerTest {

  private static NoOpMarker marker(boolean paused) {
    return new NoOpMarker(
        new NoOpMarker.Subject(
            new ResourceName("vm1-rs"),
            new DomainName("vm 1=a,b"),
            "a8282f87-25c0-42d0-8974-2ae778942970"),
        new NoOpMarker.Move(new NodeName("node1"), new NodeName("node2")),
        paused,
        "2026-11-22T06:22:00Z");
  }

  @Test
  void theTextIsTheDocumentedOne() {
    String text = marker(false).text();
    assertEquals("scxvm-noop 1", text.lines().findFirst().orElseThrow());
    for (String line :
        new String[] {
          "resource=vm1-rs",
          "domain=vm 1=a,b",
          "uuid=a8282f87-25c0-42d0-8974-2ae778942970",
          "source=node1",
          "target=node2",
          "outcome=running",
          "time=2026-11-22T06:22:00Z",
          "end"
        }) {
      assertEquals(1, text.lines().filter(line::equals).count(), line);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMarkerComesBackAsItWas(boolean paused) {
    assertEquals(Optional.of(marker(paused)), NoOpMarker.parse(marker(paused).text()));
  }

  /** A folder that loses the end of a file must not turn a needed start into a no-op. */
  @Test
  void noBeginningOfAMarkerIsOne() {
    String text = marker(false).text();
    for (int length = 0; length < text.length(); length++) {
      assertEquals(
          Optional.empty(), NoOpMarker.parse(text.substring(0, length)), "of length " + length);
    }
  }

  @Test
  void noEndOfAMarkerIsOne() {
    String text = marker(false).text();
    for (int from = 1; from < text.length(); from++) {
      assertEquals(Optional.empty(), NoOpMarker.parse(text.substring(from)), "from " + from);
    }
  }

  @Test
  void aMarkerOfAnotherVersionIsNone() {
    String text = marker(false).text();
    assertEquals(Optional.empty(), NoOpMarker.parse(text.replace("noop 1", "noop 2")));
    assertEquals(Optional.empty(), NoOpMarker.parse(text.replace("noop 1", "noop 11")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resource", "domain", "uuid", "source", "target", "outcome"})
  void aMarkerWithoutOneOfItsLinesIsNone(String key) {
    String text = marker(false).text().replaceFirst(key + "=[^\n]*\n", "");
    assertEquals(Optional.empty(), NoOpMarker.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "end\n",
        "scxvm-noop 1\nend\n",
        "scxvm-noop 1\n\nend\n",
        "resource=vm1-rs\nend\n",
        "\0\0\0\0",
        "<domain/>"
      })
  void anythingElseIsNone(String text) {
    assertEquals(Optional.empty(), NoOpMarker.parse(text));
  }

  @Test
  void aNameThatCannotBeOneMakesNoMarker() {
    String text = marker(false).text();
    assertEquals(Optional.empty(), NoOpMarker.parse(text.replace("node2", "../etc")));
    assertEquals(Optional.empty(), NoOpMarker.parse(text.replace("node1", "-n")));
    assertEquals(Optional.empty(), NoOpMarker.parse(text.replace("vm1-rs", "a/b")));
  }
}
