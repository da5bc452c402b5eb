package org.scxvm.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names from outside, before they become part of a path, a URI or an argument. */
class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"vm1-rs", "node1", "_x", "a.b-c_d", "0", "N", "xvm2-rg-b"})
  void aPlainNameIsAResourceAndANode(String name) {
    assertEquals(name, new ResourceName(name).toString());
    assertEquals(name, new NodeName(name).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "..",
        ".",
        ".hidden",
        "../etc",
        "a/b",
        "/abs",
        "-n",
        "--help",
        "a b",
        " a",
        "a ",
        "a\n",
        "a\0b",
        "a:b",
        "a%n",
        "a;b",
        "$(a)",
        "\u00fcber",
        "a@b",
        "a,b",
        "a=b",
        "a*"
      })
  void anythingElseIsNeither(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new ResourceName(name));
    assertTrue(String.valueOf(e.getMessage()).contains("\"" + name + "\" is not valid: expected"));
    assertThrows(IllegalArgumentException.class, () -> new NodeName(name));
  }

  @Test
  void aNameIsNoLongerThanAFileNameMayBe() {
    assertEquals(255, new ResourceName("a".repeat(255)).value().length());
    assertThrows(IllegalArgumentException.class, () -> new ResourceName("a".repeat(256)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vm1", "vm 1", "a,b", "a=b", "\u00fcber", "-x", "..", "a:b"})
  void libvirtAllowsMoreInTheNameOfADomain(String name) {
    assertEquals(name, new DomainName(name).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "a/b", "../a", "a\nb", "a\0b", "a\u001bb"})
  void butNoSlashAndNoControlCharacter(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new DomainName(name));
    assertTrue(String.valueOf(e.getMessage()).startsWith("domain name \"" + name + "\""));
  }

  @ParameterizedTest
  @CsvSource({
    "SUNW.gds,    true",
    "SUNW.gds:6,  true",
    "SUNW.gdsx:6, false",
    "SUNW.xvm:1,  false",
    "'',          false"
  })
  void theTypeTellsAGenericDataService(String type, boolean generic) {
    ResourceIdentity identity =
        new ResourceIdentity(
            new ResourceName("vm1-rs"), Optional.of(type), Optional.empty(), Optional.empty());
    assertEquals(generic, identity.isGenericDataService());
  }

  @Test
  void withoutATypeItIsNoGenericDataService() {
    ResourceIdentity identity =
        new ResourceIdentity(
            new ResourceName("vm1-rs"), Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(false, identity.isGenericDataService());
  }
}
