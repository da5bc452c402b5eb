package org.scxvm.preflight;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code qemu.conf} of libvirt says. A line that is a comment, or not there, says nothing.
 *
 * @param text the whole file
 */
record QemuConfiguration(String text) {

  static final String PATH = "/etc/libvirt/qemu.conf";

  private static final Pattern LOCK_MANAGER =
      Pattern.compile("^\\s*lock_manager\\s*=\\s*\"([^\"]*)\"", Pattern.MULTILINE);

  private static final Pattern SHARED =
      Pattern.compile("^\\s*shared_filesystems\\s*=\\s*\\[([^\\]]*)\\]", Pattern.MULTILINE);

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  Optional<String> lockManager() {
    Matcher found = LOCK_MANAGER.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** Whether a file is below a folder that is declared to be shared, whatever its type. */
  boolean declaresShared(String path) {
    Matcher list = SHARED.matcher(text);
    return list.find() && folders(list.group(1)).anyMatch(folder -> path.startsWith(folder + "/"));
  }

  private static Stream<String> folders(String list) {
    return QUOTED
        .matcher(list)
        .results()
        .map(found -> found.group(1).replaceFirst("/+$", ""))
        .filter(folder -> !folder.isEmpty());
  }
}
