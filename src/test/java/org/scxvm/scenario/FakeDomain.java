package org.scxvm.scenario;

import java.util.Optional;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.resource.DomainName;

/** The domain on one node, as the libvirt of that node has it in truth. */
final class FakeDomain {

  static final DomainName NAME = new DomainName("vm1");
  static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";

  private static final String FIRST_VERSION = "v1";

  private String uuid = UUID;
  private Optional<Activity> activity = Optional.empty();
  private Optional<String> definition = Optional.empty();
  private OffReason off = OffReason.OTHER;
  private boolean autostart;
  private boolean savedMemory;
  private String more = "";

  /** The words of the given half: what the domain is from now on. */
  void become(String words) {
    off =
        switch (words) {
          case "off (migrated)" -> OffReason.MIGRATED;
          case "off (shutdown)" -> OffReason.SHUT_DOWN;
          default -> OffReason.OTHER;
        };
    activity =
        switch (words) {
          case "not known", "off", "off (migrated)", "off (shutdown)" -> Optional.empty();
          case "running" -> Optional.of(Activity.RUNNING);
          case "busy" -> Optional.of(Activity.BUSY);
          case "paused by the user" -> Optional.of(Activity.PAUSED_BY_USER);
          case "arriving", "leaving" -> Optional.of(Activity.PAUSED_BY_MIGRATION);
          case "paused by an I/O error" -> Optional.of(Activity.PAUSED_BY_IO_ERROR);
          case "paused by a fault" -> Optional.of(Activity.PAUSED_BY_FAULT);
          case "crashed" -> Optional.of(Activity.CRASHED);
          case "suspended" -> Optional.of(Activity.PM_SUSPENDED);
          default -> throw new IllegalArgumentException("no state of a domain: " + words);
        };
    if (words.equals("not known")) {
      definition = Optional.empty();
    } else if (!words.equals("arriving") && definition.isEmpty()) {
      definition = Optional.of(FIRST_VERSION);
    }
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "uuid" -> uuid = value;
      case "also defined" -> more = value;
      case "definition" -> definition = Optional.of(value);
      case "autostart" -> autostart = isYes(value, "on", "off");
      case "saved memory" -> savedMemory = isYes(value, "yes", "no");
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isYes(String value, String yes, String no) {
    if (!value.equals(yes) && !value.equals(no)) {
      throw new IllegalArgumentException("expected " + yes + " or " + no + ", found " + value);
    }
    return value.equals(yes);
  }

  boolean isSameAs(FakeDomain other) {
    return uuid.equals(other.uuid);
  }

  boolean isActive() {
    return activity.isPresent();
  }

  boolean is(Activity wanted) {
    return activity.filter(wanted::equals).isPresent();
  }

  Activity activity() {
    return activity.orElseThrow();
  }

  Answer answer() {
    if (activity.isPresent()) {
      return new Answer.Active(uuid, activity.get());
    }
    return definition.isPresent() ? new Answer.Inactive(uuid, off) : new Answer.NotKnown();
  }

  void runs() {
    activity = Optional.of(Activity.RUNNING);
    savedMemory = false;
  }

  /** It has its process and has not run yet. */
  void bootsPaused() {
    activity = Optional.of(Activity.PAUSED_BY_USER);
    savedMemory = false;
  }

  /** Off; a domain without a definition is forgotten with that. */
  void goesOff() {
    activity = Optional.empty();
    off = OffReason.OTHER;
  }

  /** It has been moved here from that other place. */
  /** Paused, whatever it did before. */
  void arrivesFrom(FakeDomain source) {
    uuid = source.uuid;
    definition = source.definition;
    more = source.more;
    activity = Optional.of(Activity.PAUSED_BY_USER);
  }

  void define(DefinitionText text) throws HypervisorException {
    if (definition.isPresent() && !text.uuid().equals(uuid)) {
      throw new HypervisorException(
          Fault.REFUSED, "domain '" + NAME + "' already exists with uuid " + uuid);
    }
    uuid = text.uuid();
    definition = Optional.of(text.version());
    more = text.more();
  }

  void forget() {
    definition = Optional.empty();
  }

  DefinitionText describe() {
    return new DefinitionText(NAME.value(), uuid, definition.orElse("transient"), more);
  }

  boolean hasAutostart() {
    return autostart;
  }

  boolean clearAutostart() {
    boolean was = autostart;
    autostart = false;
    return was;
  }

  boolean hasSavedMemory() {
    return savedMemory;
  }

  void mustBeKnown() throws HypervisorException {
    if (activity.isEmpty() && definition.isEmpty()) {
      throw new HypervisorException(
          Fault.NO_SUCH_DOMAIN, "no domain with matching name '" + NAME + "'");
    }
  }

  void mustBeActive() throws HypervisorException {
    mustBeKnown();
    if (activity.isEmpty()) {
      throw new HypervisorException(Fault.REFUSED, "domain is not running");
    }
  }

  @Override
  public String toString() {
    return answer().toString();
  }
}
