package org.scxvm.watched;

import java.util.List;
import java.util.Optional;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.resource.ResourceName;

/**
 * What the monitor last found of one resource, in {@code <resource>.health} of the state folder:
 * for the wrapper of the probe, which reads it with the means of a shell alone, and for people.
 *
 * <pre>
 * scxvm-health-1 up 4711.81234 4712 81300 6f1c...
 * -R vm1-rs -T SUNW.xvm:2 -G vm1-rg
 * running
 * </pre>
 *
 * <p>The first line has the state, the monitor's process and when it began, the domain's process
 * and when it began (0 0 where none is known), and the id of the registration. The second one has
 * the words of the call that registered the resource, the third one what was seen.
 *
 * @param state {@code up} only if nothing at all speaks against it
 * @param words what was seen, for people
 */
public record HealthNote(
    String state,
    ProcessIdentity monitor,
    Optional<ProcessIdentity> domain,
    Registration of,
    String words) {

  public static final String UP = "up";

  private static final String HEAD = "scxvm-health-1";
  private static final ProcessIdentity NONE = new ProcessIdentity(0, 0);
  private static final int LINES = 3;

  /**
   * What of a note is for people.
   *
   * @param words what was seen
   */
  public record Told(String state, String words) {}

  /** The name of a resource's file. */
  public static String fileOf(ResourceName resource) {
    return resource + ".health";
  }

  /** Whether a text is about the registration with that id. */
  public static boolean isAbout(String id, String text) {
    return text.lines().findFirst().filter(line -> line.endsWith(" " + id)).isPresent();
  }

  /** What a text tells; empty if it is none of these. */
  public static Optional<Told> told(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != LINES || !lines.get(0).startsWith(HEAD + " ")) {
      return Optional.empty();
    }
    return Optional.of(new Told(lines.get(0).split(" ", -1)[1], lines.get(2)));
  }

  /** The text of the file. */
  public String text() {
    ProcessIdentity process = domain.orElse(NONE);
    String first =
        String.join(
            " ",
            List.of(
                HEAD,
                state,
                monitor.pid() + "." + monitor.start(),
                Long.toString(process.pid()),
                Long.toString(process.start()),
                of.id()));
    return String.join(
        "\n", List.of(first, String.join(" ", of.words()), words.replace('\n', ' '), ""));
  }
}
