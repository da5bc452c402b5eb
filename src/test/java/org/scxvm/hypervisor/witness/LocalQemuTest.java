package org.scxvm.hypervisor.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders belong to the libvirtd behind a URI. */
class LocalQemuTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("XDG_RUNTIME_DIR", "/run/user/7", "HOME", "/home/u");
  private static final Optional<LocalQemu.Own> SYSTEM_OWN =
      Optional.of(new LocalQemu.Own(Optional.empty()));

  private static Optional<LocalQemu.Own> session(String folder) {
    return Optional.of(new LocalQemu.Own(Optional.of(Path.of(folder))));
  }

  private static LocalQemu.Folders folders(String uri, Map<String, String> environment) {
    return LocalQemu.of(uri, environment).folders().orElseThrow();
  }

  @Test
  void theSystemDaemonHasItsFoldersInRunOrVarRun() {
    LocalQemu.Folders folders = folders("qemu:///system", Map.of());
    assertTrue(
        Set.of(Path.of("/run/libvirt/qemu"), Path.of("/var/run/libvirt/qemu"))
            .contains(folders.state()));
    assertEquals(SYSTEM_OWN, folders.own());
    assertEquals(folders, folders("qemu+unix:///system", Map.of()));
  }

  @Test
  void theSocketOfASystemDaemonTellsItsFolder() {
    assertEquals(
        new LocalQemu.Folders(Path.of("/srv/n1/run/qemu"), SYSTEM_OWN, false),
        folders("qemu+unix:///system?socket=/srv/n1/run/libvirt-sock", Map.of()));
    assertEquals(
        Path.of("/srv/n1/run/qemu"),
        folders("qemu+unix:///system?mode=legacy&socket=/srv/n1/run/libvirt-sock", Map.of())
            .state());
  }

  @Test
  void theSessionDaemonHasItsFoldersInTheUsersOwn() {
    assertEquals(
        new LocalQemu.Folders(
            Path.of("/run/user/7/libvirt/qemu/run"),
            session("/home/u/.config/libvirt/qemu/lib"),
            true),
        folders("qemu:///session", ENVIRONMENT));
  }

  @Test
  void theConfigurationFolderOfTheSessionCanBeSet() {
    Map<String, String> environment =
        Map.of("XDG_RUNTIME_DIR", "/run/user/7", "XDG_CONFIG_HOME", "/cfg", "HOME", "/home/u");
    assertEquals(session("/cfg/libvirt/qemu/lib"), folders("qemu:///session", environment).own());
  }

  @Test
  void theSocketOfAnotherSessionTellsOnlyWhereItsPidFilesAre() {
    assertEquals(
        new LocalQemu.Folders(Path.of("/tmp/n1/qemu/run"), Optional.empty(), false),
        folders("qemu+unix:///session?socket=/tmp/n1/libvirt-sock", ENVIRONMENT));
    assertEquals(
        new LocalQemu.Folders(Path.of("/tmp/n1/qemu/run"), Optional.empty(), false),
        folders("qemu+unix:///session?socket=/tmp/n1/libvirt-sock", Map.of()));
  }

  @Test
  void theSocketOfTheUsualSessionIsThatSession() {
    assertEquals(
        folders("qemu:///session", ENVIRONMENT),
        folders("qemu+unix:///session?socket=/run/user/7/libvirt/libvirt-sock", ENVIRONMENT));
  }

  @Test
  void aSessionWithoutItsEnvironmentCannotBeFound() {
    LocalQemu place = LocalQemu.of("qemu:///session", Map.of());
    assertEquals(Optional.empty(), place.folders());
    assertEquals("XDG_RUNTIME_DIR is not set", place.whyNot());
  }

  @ParameterizedTest
  @CsvSource({
    "test:///default,               the driver of test:///default runs no QEMU processes",
    "xen:///,                       the driver of xen:/// runs no QEMU processes",
    "vz:///system,                  the driver of vz:///system runs no QEMU processes",
    "qemu+tls://node2/system,       qemu+tls://node2/system is not on this node",
    "qemu+ssh://node2/system,       qemu+ssh://node2/system is not on this node",
    "qemu+tcp:///system,            qemu+tcp:///system is not on this node",
    "qemu+unix://node2/system,      qemu+unix://node2/system is not on this node",
    "qemu://localhost/system,       qemu://localhost/system is not on this node",
    "qemu:///embed?root=/tmp/x,     the folders of qemu:///embed?root=/tmp/x are not known",
    "qemu:///,                      the folders of qemu:/// are not known",
    "qemu:system,                   the folders of qemu:system are not known"
  })
  void whoCannotLookSaysWhy(String uri, String reason) {
    LocalQemu place = LocalQemu.of(uri, ENVIRONMENT);
    assertEquals(Optional.empty(), place.folders());
    assertEquals(reason, place.whyNot());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qemu:///sys tem", "", "%", "://"})
  void aUriThatCannotBeReadIsNoReasonToFail(String uri) {
    LocalQemu place = LocalQemu.of(uri, ENVIRONMENT);
    assertEquals(Optional.empty(), place.folders());
    assertTrue(place.whyNot().contains(uri));
  }
}
