package org.scxvm.hypervisor.witness;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the libvirtd behind a URI keeps the files of its QEMU processes.
 *
 * <pre>
 * qemu:///system                                   /run/libvirt/qemu/NAME.pid
 * qemu:///session                                  $XDG_RUNTIME_DIR/libvirt/qemu/run/NAME.pid
 * qemu+unix:///system?socket=DIR/libvirt-sock      DIR/qemu/NAME.pid
 * qemu+unix:///session?socket=DIR/libvirt-sock     DIR/qemu/run/NAME.pid
 * </pre>
 *
 * @param folders the folders; empty where the witness cannot look
 * @param whyNot why it cannot
 */
record LocalQemu(Optional<Folders> folders, String whyNot) {

  /**
   * The folders of one libvirtd.
   *
   * @param state where the pid files are
   * @param own where each QEMU has a folder of its own, named in its command line; empty where only
   *     the daemon knows
   * @param usual they are where a libvirtd of this node has them
   */
  record Folders(Path state, Optional<Own> own, boolean usual) {}

  /**
   * Tells a daemon's own QEMUs by the folder that they name.
   *
   * @param session the folder of a session daemon; empty for the system one, whose folder depends
   *     on how libvirt was built, but never looks like a session's
   */
  record Own(Optional<Path> session) {

    private static final String SESSION_LAYOUT = "/libvirt/qemu/lib/";

    boolean holds(Path folder) {
      return session
          .map(folder::startsWith)
          .orElseGet(() -> !folder.toString().contains(SESSION_LAYOUT));
    }
  }

  private static final String SOCKET = "socket=";
  private static final List<String> LOCAL_SCHEMES = List.of("qemu", "qemu+unix");
  private static final List<String> SYSTEM_FOLDERS = List.of("/run/libvirt", "/var/run/libvirt");

  static LocalQemu of(String uri, Map<String, String> environment) {
    URI parsed;
    try {
      parsed = URI.create(uri);
    } catch (IllegalArgumentException e) {
      return cannot("the URI " + uri + " cannot be read");
    }
    String scheme = String.valueOf(parsed.getScheme());
    if (!scheme.startsWith("qemu")) {
      return cannot("the driver of " + uri + " runs no QEMU processes");
    }
    if (!LOCAL_SCHEMES.contains(scheme) || parsed.getHost() != null) {
      return cannot(uri + " is not on this node");
    }
    return switch (String.valueOf(parsed.getPath())) {
      case "/system" -> system(socketFolder(parsed));
      case "/session" -> session(socketFolder(parsed), environment);
      default -> cannot("the folders of " + uri + " are not known");
    };
  }

  private static LocalQemu system(Optional<Path> socketFolder) {
    Path base = socketFolder.orElseGet(LocalQemu::systemFolder);
    Optional<Own> own = Optional.of(new Own(Optional.empty()));
    return at(new Folders(base.resolve("qemu"), own, socketFolder.isEmpty()));
  }

  private static LocalQemu session(Optional<Path> socketFolder, Map<String, String> environment) {
    Optional<Path> usual =
        Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
            .map(folder -> Path.of(folder, "libvirt"));
    Optional<Path> base = socketFolder.or(() -> usual);
    Optional<Path> own = base.equals(usual) ? configFolder(environment) : Optional.empty();
    return base.map(folder -> folder.resolve("qemu").resolve("run"))
        .map(state -> new Folders(state, own.map(LocalQemu::ofSession), base.equals(usual)))
        .map(LocalQemu::at)
        .orElseGet(() -> cannot("XDG_RUNTIME_DIR is not set"));
  }

  private static Own ofSession(Path config) {
    return new Own(Optional.of(config.resolve("libvirt/qemu/lib")));
  }

  private static Optional<Path> configFolder(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
        .map(Path::of)
        .or(() -> Optional.ofNullable(environment.get("HOME")).map(h -> Path.of(h, ".config")));
  }

  private static Optional<Path> socketFolder(URI uri) {
    return Stream.of(Optional.ofNullable(uri.getQuery()).orElse("").split("&"))
        .filter(part -> part.startsWith(SOCKET))
        .map(part -> Path.of(part.substring(SOCKET.length())))
        .flatMap(socket -> Optional.ofNullable(socket.getParent()).stream())
        .findFirst();
  }

  private static Path systemFolder() {
    return SYSTEM_FOLDERS.stream()
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(Path.of(SYSTEM_FOLDERS.get(0)));
  }

  private static LocalQemu at(Folders folders) {
    return new LocalQemu(Optional.of(folders), "");
  }

  private static LocalQemu cannot(String reason) {
    return new LocalQemu(Optional.empty(), reason);
  }
}
