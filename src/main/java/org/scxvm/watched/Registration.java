package org.scxvm.watched;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.folder.SealedText;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;

/**
 * What the fault monitor of this node has been told about one resource: everything that it needs to
 * watch it, so that a monitor that is started anew has to ask nobody.
 *
 * <pre>
 * scxvm-watched 1
 * resource=vm1-rs
 * type=SUNW.xvm:2
 * group=vm1-rg
 * ...
 * end 5d1f0e2b
 * </pre>
 *
 * @param id tells this registration from any other of the same resource
 * @param words those of the call that made it, behind the subcommand
 * @param restarts how many restarts the cluster manager counted when it was made
 */
public record Registration(
    String id,
    ResourceIdentity identity,
    DomainName domain,
    String connectUri,
    MonitorPolicy policy,
    GuestPolicy guest,
    List<String> words,
    int restarts) {

  private static final String HEAD = "scxvm-watched 1";

  /** Between two words of a call; no shell gives such a character to a program by itself. */
  private static final String SEPARATOR = "\u001f";

  /** The same with the words of another call. */
  public Registration withWords(List<String> others) {
    return new Registration(
        id, identity, domain, connectUri, policy, guest, List.copyOf(others), restarts);
  }

  /** The same with less time for one check of the guest, if that is less. */
  public Registration within(Duration atMost) {
    return new Registration(
        id, identity, domain, connectUri, policy, guest.within(atMost), words, restarts);
  }

  public ResourceName resource() {
    return identity.resource();
  }

  /** The text of the file. */
  String text() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("resource", identity.resource().value());
    values.put("type", identity.type().orElse(""));
    values.put("group", identity.group().orElse(""));
    values.put("zone", identity.zone().orElse(""));
    values.put("domain", domain.value());
    values.put("connect", connectUri);
    values.put("interval", policy.interval().toString());
    values.put("retry_count", Integer.toString(policy.retryCount()));
    values.put("retry_interval", policy.retryInterval().toString());
    values.put("failover_mode", policy.mode().name());
    values.put("guest_shutdown", guest.shutdown().toString());
    values.put("guest_agent", Boolean.toString(guest.agent()));
    values.put("plugin_probe", String.join(SEPARATOR, guest.program()));
    values.put("check_limit", guest.limit().toString());
    values.put("words", String.join(SEPARATOR, words));
    values.put("restarts", Integer.toString(restarts));
    return new SealedText(HEAD, values).text();
  }

  /** The registration that a text holds; empty if the text is damaged or of another version. */
  static Optional<Registration> parse(String text) {
    try {
      return SealedText.parse(HEAD, text).map(Registration::of);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Registration of(SealedText text) {
    return new Registration(
        text.value("id"),
        new ResourceIdentity(
            new ResourceName(text.value("resource")),
            some(text.value("type")),
            some(text.value("group")),
            some(text.value("zone"))),
        new DomainName(text.value("domain")),
        text.value("connect"),
        new MonitorPolicy(
            Duration.parse(text.value("interval")),
            Integer.parseInt(text.value("retry_count")),
            Duration.parse(text.value("retry_interval")),
            FailoverMode.valueOf(text.value("failover_mode"))),
        new GuestPolicy(
            GuestShutdown.of(text.value("guest_shutdown"))
                .orElseThrow(IllegalArgumentException::new),
            Boolean.parseBoolean(text.value("guest_agent")),
            split(text.value("plugin_probe")),
            Duration.parse(text.value("check_limit"))),
        split(text.value("words")),
        Integer.parseInt(text.value("restarts")));
  }

  private static Optional<String> some(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static List<String> split(String value) {
    return value.isEmpty() ? List.of() : Arrays.asList(value.split(SEPARATOR, -1));
  }
}
