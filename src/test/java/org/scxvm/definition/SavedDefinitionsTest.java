package org.scxvm.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.SharedFolder;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;

/** The definition that every node finds, and the one before it. */
class SavedDefinitionsTest {

  private static final NodeName NODE1 = new NodeName("node1");
  private static final NodeName NODE2 = new NodeName("node2");
  private static final DomainName DOMAIN = new DomainName("vm1");
  private static final ResourceName RESOURCE = new ResourceName("vm1-rs");

  private final Map<String, String> files = new HashMap<>();
  private final SavedDefinitions saved = new SavedDefinitions(new PlainFolder(files), RESOURCE);

  private static String xml(String name, String version) {
    return "<domain><name>%s</name><uuid>a8282f87-25c0-42d0-8974-2ae778942970</uuid>%s</domain>"
        .formatted(name, version);
  }

  private static String xml(String version) {
    return xml("vm1", version);
  }

  /** Whoever comes from VirtualDomain edits that file, on all nodes, and nothing else. */
  @Test
  void aFileOfTheAdministratorsIsAlwaysTheDefinition() throws Exception {
    files.put("vm1.xml", xml("2"));
    SavedDefinitions configured =
        new SavedDefinitions(
            new PlainFolder(files),
            RESOURCE,
            Optional.of(new ConfiguredFile(new PlainFolder(files), "vm1.xml")));
    configured.save(NODE1, DOMAIN, xml("1"));
    DomainXml found = configured.find(DOMAIN).orElseThrow();
    assertEquals(DefinitionChoice.SAVED, configured.choice(NODE1, xml("1"), found));
    assertEquals(Set.of("vm1.xml"), files.keySet());
  }

  @Test
  void nothingSavedIsNothingFound() throws Exception {
    assertEquals(Optional.empty(), saved.find(DOMAIN));
    assertFalse(saved.isLastSavedBy(NODE1, xml("1")));
  }

  @Test
  void whatIsSavedIsFoundUnderTheNameOf2008() throws Exception {
    saved.save(NODE1, DOMAIN, xml("1"));
    assertEquals(xml("1"), files.get("vm1-rs.xml"));
    assertEquals(xml("1"), saved.find(DOMAIN).orElseThrow().text());
    assertFalse(files.containsKey("vm1-rs.xml.previous"));
  }

  @Test
  void theOneBeforeIsKept() throws FolderException, DefinitionException {
    saved.save(NODE1, DOMAIN, xml("1"));
    saved.save(NODE2, DOMAIN, xml("2"));
    saved.save(NODE1, DOMAIN, xml("3"));
    assertEquals(xml("3"), files.get("vm1-rs.xml"));
    assertEquals(xml("2"), files.get("vm1-rs.xml.previous"));
  }

  @Test
  void savingTheSameAgainWritesNothing() throws FolderException, DefinitionException {
    saved.save(NODE1, DOMAIN, xml("1"));
    saved.save(NODE1, DOMAIN, xml("2"));
    Map<String, String> before = Map.copyOf(files);
    SavedDefinitions readOnly = new SavedDefinitions(new PlainFolder(before), RESOURCE);
    readOnly.save(NODE1, DOMAIN, xml("2"));
    assertEquals(before, files);
  }

  @Test
  void eachNodeRemembersWhatItSavedLast() throws FolderException, DefinitionException {
    saved.save(NODE1, DOMAIN, xml("1"));
    saved.save(NODE2, DOMAIN, xml("2"));
    assertTrue(saved.isLastSavedBy(NODE1, xml("1")));
    assertFalse(saved.isLastSavedBy(NODE1, xml("2")));
    assertTrue(saved.isLastSavedBy(NODE2, xml("2")));
    assertEquals(
        Set.of("vm1-rs.xml", "vm1-rs.xml.previous", ".saved_vm1-rs@node1", ".saved_vm1-rs@node2"),
        files.keySet());
  }

  @Test
  void theDefinitionOfAnotherDomainIsRefused() throws FolderException, DefinitionException {
    saved.save(NODE1, new DomainName("vm2"), xml("vm2", "1"));
    DefinitionException e = assertThrows(DefinitionException.class, () -> saved.find(DOMAIN));
    assertEquals("is the definition of domain vm2, expected vm1", e.words());
  }

  @Test
  void aDamagedDefinitionIsRefusedAndStaysWhereItIs() {
    files.put("vm1-rs.xml", "<domain>");
    assertThrows(DefinitionException.class, () -> saved.find(DOMAIN));
    assertEquals(Map.of("vm1-rs.xml", "<domain>"), files);
  }

  @Test
  void aNodesOwnDefinitionIsKeptUnderItsName() throws FolderException, DefinitionException {
    assertEquals("/shared/vm1/vm1-rs.xml.local-node1", saved.keep(NODE1, xml("1")));
    assertEquals(Map.of("vm1-rs.xml.local-node1", xml("1")), files);
  }

  @Test
  void theOneBeforeIsWrittenBeforeTheNewOne() throws FolderException, DefinitionException {
    saved.save(NODE1, DOMAIN, xml("1"));
    SharedFolder full = new FailingFolder(new PlainFolder(files), "vm1-rs.xml");
    assertThrows(
        FolderException.class,
        () -> new SavedDefinitions(full, RESOURCE).save(NODE1, DOMAIN, xml("2")));
    assertEquals(xml("1"), files.get("vm1-rs.xml"));
    assertEquals(xml("1"), files.get("vm1-rs.xml.previous"));
    assertTrue(saved.isLastSavedBy(NODE1, xml("1")));
  }

  /** Refuses to write one file. */
  private record FailingFolder(SharedFolder folder, String file) implements SharedFolder {
    @Override
    public Optional<String> read(String name) throws FolderException {
      return folder.read(name);
    }

    @Override
    public void write(String name, String text) throws FolderException {
      if (name.equals(file)) {
        throw new FolderException("write " + name + ": No space left on device");
      }
      folder.write(name, text);
    }

    @Override
    public void rename(String name, String newName) throws FolderException {
      folder.rename(name, newName);
    }

    @Override
    public void remove(String name) throws FolderException {
      folder.remove(name);
    }

    @Override
    public Optional<String> danger(String name) throws FolderException {
      return folder.danger(name);
    }

    @Override
    public Generations generations(String stem) {
      return folder.generations(stem);
    }

    @Override
    public String path() {
      return folder.path();
    }
  }
}
