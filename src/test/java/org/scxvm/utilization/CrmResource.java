package org.scxvm.utilization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.time.Deadline;

/** crm_resource of Pacemaker 2.1.5, as far as it knows utilization of one resource. */
public final class CrmResource implements Commands {

  private final Map<String, String> attributes = new TreeMap<>();
  private final List<String> writes = new ArrayList<>();
  private Optional<String> failure = Optional.empty();

  /** What the CIB says. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** What was changed, in order. */
  public List<String> writes() {
    return writes;
  }

  /** From now on it fails with these words. */
  public void fails(String words) {
    failure = Optional.of(words);
  }

  @Override
  public Ended run(List<String> words, Deadline deadline) throws CommandException {
    if (failure.isPresent()) {
      return new Ended(102, "", failure.get() + "\n");
    }
    String[] said = String.join(" ", words).split(" ", -1);
    switch (said.length) {
      case 7 -> { // crm_resource -Q -r vm1-rs -z -g cpu
        expect(words, List.of("crm_resource", "-Q", "-r", "vm1-rs", "-z", "-g", said[6]));
        return new Ended(
            0, attributes.containsKey(said[6]) ? attributes.get(said[6]) + "\n" : "", "");
      }
      case 8 -> {
        expect(words, List.of("crm_resource", "-r", "vm1-rs", "-z", "-p", said[5], "-v", said[7]));
        attributes.put(said[5], said[7]);
        writes.add(said[5] + "=" + said[7]);
      }
      case 6 -> {
        expect(words, List.of("crm_resource", "-r", "vm1-rs", "-z", "-d", said[5]));
        attributes.remove(said[5]);
        writes.add("without " + said[5]);
      }
      default -> throw new AssertionError("not foreseen: " + words);
    }
    return new Ended(0, "", "");
  }

  private static void expect(List<String> words, List<String> expected) {
    if (!words.equals(expected)) {
      throw new AssertionError("not foreseen: " + words);
    }
  }

  @Override
  public boolean isThere(String path) {
    throw new AssertionError("nobody asks for it");
  }
}
