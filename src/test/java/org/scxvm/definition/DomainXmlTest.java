package org.scxvm.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a domain definition, and what is refused. */
class DomainXmlTest {

  private static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";
  private static final String BODY = "<name>vm1</name><uuid>" + UUID + "</uuid>";

  private static String words(String text) {
    return assertThrows(DefinitionException.class, () -> DomainXml.parse(text)).words();
  }

  /** A recursion into it would end the method in a way that nobody foresaw. */
  @Test
  void elementsInEachOtherHaveAnEnd() {
    String deep = "<a>".repeat(5000) + "</a>".repeat(5000);
    DefinitionException e =
        assertThrows(
            DefinitionException.class,
            () -> DomainXml.parse("<domain><name>" + deep + "</name></domain>"));
    assertEquals("has more than 200 elements in each other", e.getMessage());
  }

  @Test
  void aDefinitionTellsItsNameAndItsUuidAndStaysAsItIs() throws DefinitionException {
    String text =
        "<?xml version='1.0'?>\n<!-- edited -->\n<domain type='kvm'>" + BODY + "</domain>";
    assertEquals(new DomainXml(text, "vm1", UUID), DomainXml.parse(text));
  }

  @Test
  void aUuidIsComparedInLowerCase() throws DefinitionException {
    String text = "<domain>" + BODY.replace(UUID, " A8282F87-25C0-42D0-8974-2AE778942970\n");
    assertEquals(UUID, DomainXml.parse(text + "</domain>").uuid());
  }

  @Test
  void onlyTheDomainsOwnNameAndUuidCount() throws DefinitionException {
    String text =
        "<domain><metadata><x xmlns='urn:x'><name>other</name><uuid>none</uuid></x></metadata>"
            + BODY
            + "<name>second</name></domain>";
    assertEquals("vm1", DomainXml.parse(text).name());
  }

  @Test
  void entitiesOfXmlItselfAreRead() throws DefinitionException {
    String text = "<domain><name>a&amp;b</name><uuid>" + UUID + "</uuid></domain>";
    assertEquals("a&b", DomainXml.parse(text).name());
  }

  @Test
  void anExternalEntityIsNeverRead(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "vm1");
    String text =
        "<!DOCTYPE domain [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><domain><name>&x;</name>"
            + "<uuid>"
            + UUID
            + "</uuid></domain>";
    assertTrue(words(text).contains("DOCTYPE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE domain><domain>" + BODY + "</domain>",
        "<!DOCTYPE domain SYSTEM 'http://example.invalid/x.dtd'><domain>" + BODY + "</domain>",
        "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><domain>" + BODY + "</domain>"
      })
  void aDocumentTypeIsRefused(String text) {
    assertTrue(words(text).startsWith("is not well-formed XML"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\0", "vm1", "<domain>", "<domain></network>", "<domain/>x"})
  void whatIsNotWellFormedIsRefused(String text) {
    assertTrue(words(text).startsWith("is not well-formed XML"));
  }

  @Test
  void everyTruncationIsRefused() {
    String text = "<domain>" + BODY + "</domain>";
    for (int length = 0; length < text.length(); length++) {
      String cut = text.substring(0, length);
      assertThrows(DefinitionException.class, () -> DomainXml.parse(cut), cut);
    }
  }

  @Test
  void anotherRootIsNamed() {
    assertEquals("expected <domain>, found <network>", words("<network>" + BODY + "</network>"));
  }

  @Test
  void aDefinitionWithoutANameIsRefused() {
    assertEquals("has no <name>", words("<domain><uuid>" + UUID + "</uuid></domain>"));
    assertEquals(
        "has no <name>", words("<domain><name> </name><uuid>" + UUID + "</uuid></domain>"));
  }

  @Test
  void aDefinitionWithoutAUuidIsRefused() {
    assertEquals("has no <uuid>", words("<domain><name>vm1</name></domain>"));
    assertEquals("has no <uuid>", words("<domain><name>vm1</name><uuid/></domain>"));
  }

  @Test
  void aUuidThatIsNoneIsRefused() {
    assertEquals(
        "<uuid> is no UUID: 4711", words("<domain><name>vm1</name><uuid>4711</uuid></domain>"));
  }
}
