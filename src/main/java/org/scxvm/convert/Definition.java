package org.scxvm.convert;

import java.util.List;
import org.scxvm.definition.ConfiguredFile;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.folder.FolderException;

/**
 * What stands in the file of a resource. A Start reads it as it is read here, so that what it would
 * refuse is known before a domain depends on it.
 *
 * @param name the name of the domain; nothing if it cannot be told
 * @param refusals what is wrong with the file
 */
record Definition(String name, List<String> refusals) {

  static Definition of(Primitive primitive, Site site) {
    String path = primitive.parameter("config").orElse("");
    if (!path.startsWith("/")) {
      return refused(path, "expected the absolute path of a file");
    }
    ConfiguredFile file = site.files().apply(path);
    try {
      String name = DomainXml.parse(file.text()).name();
      return file.danger()
          .map(danger -> refused(path, danger))
          .orElseGet(() -> new Definition(name, List.of()));
    } catch (FolderException | DefinitionException e) {
      return refused(path, String.valueOf(e.getMessage()));
    }
  }

  /** With its name, the domain can be told where the file is not there. */
  private static Definition refused(String path, String why) {
    return new Definition("", List.of("config=" + path + ": " + why));
  }
}
