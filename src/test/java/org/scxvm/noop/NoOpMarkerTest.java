package org.scxvm.noop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
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
          "time=2026-11-22T06:22:00Z"
        }) {
      assertEquals(1, text.lines().filter(line::equals).count(), line);
    }
    assertEquals(text, sealed(text.lines().toList().subList(0, 8)));
  }

  /** A text with a checksum that fits: what is wrong with it is another thing. */
  private static String sealed(List<String> lines) {
    String body = String.join("\n", lines) + "\nend ";
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return body + String.format("%08x%n", crc.getValue());
  }

  private static Optional<NoOpMarker> parseSealed(String before, String after) {
    String text = marker(false).text();
    assertNotEquals(text, text.replace(before, after));
    List<String> lines = text.replace(before, after).lines().toList();
    return NoOpMarker.parse(sealed(lines.subList(0, lines.size() - 1)));
  }

  @Test
  void aDamagedByteMakesNoMarkerOfOtherContent() {
    byte[] text = marker(false).text().getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < text.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] damaged = text.clone();
        damaged[at] = (byte) value;
        Optional<NoOpMarker> parsed = NoOpMarker.parse(new String(damaged, StandardCharsets.UTF_8));
        boolean same = damaged[at] == text[at];
        assertEquals(
            same ? Optional.of(marker(false)) : Optional.empty(), parsed, at + ": " + value);
      }
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
    assertEquals(Optional.empty(), parseSealed("noop 1", "noop 2"));
    assertEquals(Optional.empty(), parseSealed("noop 1", "noop 11"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resource", "domain", "uuid", "source", "target", "outcome"})
  void aMarkerWithoutOneOfItsLinesIsNone(String key) {
    String line =
        marker(false).text().lines().filter(it -> it.startsWith(key)).findFirst().orElseThrow();
    assertEquals(Optional.empty(), parseSealed(line + "\n", ""));
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
    assertEquals(Optional.empty(), parseSealed("node2", "../etc"));
    assertEquals(Optional.empty(), parseSealed("node1", "-n"));
    assertEquals(Optional.empty(), parseSealed("vm1-rs", "a/b"));
  }
}
