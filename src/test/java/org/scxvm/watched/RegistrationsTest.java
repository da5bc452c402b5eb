package org.scxvm.watched;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.folder.FolderException;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;

class RegistrationsTest {

  private final Map<String, String> files = new TreeMap<>();
  private final Registrations registrations = new Registrations(new PlainFolder(files), "");

  private static Registration registration(String id, String resource) {
    return new Registration(
        id,
        new ResourceIdentity(
            new ResourceName(resource),
            Optional.of("SUNW.xvm:2"),
            Optional.of("vm1-rg"),
            Optional.empty()),
        new DomainName("my vm"),
        "qemu:///system",
        new MonitorPolicy(
            Duration.ofSeconds(60), 2, Duration.ofSeconds(370), FailoverMode.RESTART_ONLY),
        new GuestPolicy(
            GuestShutdown.STAY_OFF, true, List.of("/bin/check", "-x"), Duration.ofSeconds(30)),
        List.of("-R", resource, "--domain", "my vm"),
        1);
  }

  @Test
  void whatIsRegisteredIsFoundAsItWas() throws FolderException {
    Registration registration = registration("a1", "vm1-rs");
    registrations.add(registration);
    assertEquals(Set.of("a1"), registrations.ids());
    assertEquals(Optional.of(registration), registrations.find("a1"));
  }

  @Test
  void aResourceHasOneRegistrationTheLast() throws FolderException {
    registrations.add(registration("a1", "vm1-rs"));
    registrations.add(registration("a2", "vm1-rs"));
    assertEquals(Set.of("vm1-rs.a2.watched"), files.keySet());
  }

  /** Names of resources may hold dots, and one may be the beginning of another. */
  @Test
  void resourcesThatAreNamedAlikeAreToldApart() throws FolderException {
    registrations.add(registration("a1", "vm1"));
    registrations.add(registration("a2", "vm1.rs"));
    registrations.remove(new ResourceName("vm1"));
    assertEquals(Set.of("vm1.rs.a2.watched"), files.keySet());
    registrations.remove(new ResourceName("vm1"));
    assertEquals(Set.of("a2"), registrations.ids());
  }

  /** The folder has survived a power failure that ended the monitor, and what it watched. */
  @Test
  void whatWasRegisteredBeforeTheMachineHasBootedIsForgotten() throws FolderException {
    registrations.add(registration("b1-a", "vm1-rs"));
    Registrations now = new Registrations(new PlainFolder(files), "b2-");
    assertEquals(Set.of(), now.ids());
    now.add(registration("b2-a", "vm2-rs"));
    assertEquals(Set.of("vm2-rs.b2-a.watched"), files.keySet());
  }

  @Test
  void aDamagedOneIsNone() throws FolderException {
    registrations.add(registration("a1", "vm1-rs"));
    files.replaceAll((name, text) -> text.replace("interval=PT1M", "interval=PT0M"));
    assertEquals(Optional.empty(), registrations.find("a1"));
    assertEquals(Optional.empty(), registrations.find("a9"));
  }
}
