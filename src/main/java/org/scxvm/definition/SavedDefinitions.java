package org.scxvm.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;

/**
 * The definition that every node can find: {@code <resource>.xml}, the one before it as {@code
 * <resource>.xml.previous}, and for each node a digest of what that node saved last, which tells
 * whether its own definition has changed since. Where a file of the administrator's is configured,
 * that is the definition, always, and nothing is kept here.
 */
public final class SavedDefinitions {

  private final SharedFolder folder;
  private final String file;
  private final String digestPrefix;
  private final Optional<ConfiguredFile> configured;

  public SavedDefinitions(SharedFolder folder, ResourceName resource) {
    this(folder, resource, Optional.empty());
  }

  /** The same with a definition of the administrator's in the place of the saved one. */
  public SavedDefinitions(
      SharedFolder folder, ResourceName resource, Optional<ConfiguredFile> configured) {
    this.configured = configured;
    this.folder = folder;
    this.file = resource + ".xml";
    this.digestPrefix = ".saved_" + resource + "@"; // no name holds that sign
  }

  /**
   * The saved definition; empty if there is none.
   *
   * @throws DefinitionException what is there is damaged, or is another domain's
   */
  public Optional<DomainXml> find(DomainName domain) throws FolderException, DefinitionException {
    Optional<String> text =
        configured.isPresent() ? Optional.of(configured.get().text()) : folder.read(file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    DomainXml saved = DomainXml.parse(text.get());
    if (!saved.name().equals(domain.value())) {
      throw new DefinitionException(
          "is the definition of domain " + saved.name() + ", expected " + domain);
    }
    return Optional.of(saved);
  }

  /** Why the saved definition may be another user's work; empty if it is not. */
  public Optional<String> danger() throws FolderException {
    return configured.isPresent() ? configured.get().danger() : folder.danger(file);
  }

  /** Whether this is, unchanged, what the node saved last. */
  public boolean isLastSavedBy(NodeName node, String xml) throws FolderException {
    return folder.read(digestPrefix + node).filter(digest(xml)::equals).isPresent();
  }

  /** Which of a node's own definition and the saved one is used, where they differ. */
  public DefinitionChoice choice(NodeName node, String own, DomainXml saved)
      throws FolderException {
    return configured.isPresent()
        ? DefinitionChoice.SAVED
        : DefinitionChoice.of(isLastSavedBy(node, own), isLastSavedBy(node, saved.text()));
  }

  /**
   * Saves a definition for all nodes; the one before it is kept, unless anybody may have written
   * it: beside ours it would look like one of ours.
   *
   * @throws DefinitionException another domain's definition is in that place
   */
  public void save(NodeName node, DomainName domain, String xml)
      throws FolderException, DefinitionException {
    if (configured.isPresent()) {
      return;
    }
    Optional<String> before = folder.read(file);
    if (!before.equals(Optional.of(xml))) {
      mustNotBeOfAnother(before, domain);
      if (before.isPresent() && danger().isEmpty()) {
        folder.write(file + ".previous", before.get());
      }
      folder.write(file, xml);
    }
    noteSavedBy(node, xml);
  }

  private void noteSavedBy(NodeName node, String xml) throws FolderException {
    if (!isLastSavedBy(node, xml)) {
      folder.write(digestPrefix + node, digest(xml));
    }
  }

  /** A damaged one is replaced; a good one of another domain is somebody's work. */
  private static void mustNotBeOfAnother(Optional<String> before, DomainName domain)
      throws DefinitionException {
    Optional<String> name = before.flatMap(SavedDefinitions::nameIn);
    if (name.isPresent() && !name.get().equals(domain.value())) {
      throw new DefinitionException(
          "what is there is the definition of domain " + name.get() + ", expected " + domain);
    }
  }

  private static Optional<String> nameIn(String xml) {
    try {
      return Optional.of(DomainXml.parse(xml).name());
    } catch (DefinitionException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a node's own definition that is about to be replaced.
   *
   * @return the path under which it is kept
   */
  public String keep(NodeName node, String xml) throws FolderException {
    String name = file + ".local-" + node;
    folder.write(name, xml);
    return folder.path() + "/" + name;
  }

  /** The folder, for messages. */
  public String path() {
    return folder.path();
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)) + "\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
