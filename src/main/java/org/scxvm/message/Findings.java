package org.scxvm.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a look at a resource has brought up; told at the end, errors apart from warnings. */
public final class Findings {

  private final List<Finding> found = new ArrayList<>();

  /** One of them: its message with the values, and the words of whoever failed. */
  private record Finding(Message message, Optional<String> cause, List<Object> values) {

    boolean isError() {
      return is(Severity.ERROR);
    }

    boolean is(Severity severity) {
      return message.severity() == severity;
    }

    void tell(Messages messages) {
      cause.ifPresentOrElse(
          words -> messages.sayWithCause(message, words, values.toArray()),
          () -> messages.say(message, values.toArray()));
    }
  }

  public void add(Message message, Object... values) {
    found.add(new Finding(message, Optional.empty(), List.of(values)));
  }

  public void addWithCause(Message message, String cause, Object... values) {
    found.add(new Finding(message, Optional.of(cause), List.of(values)));
  }

  public long errors() {
    return found.stream().filter(Finding::isError).count();
  }

  public long warnings() {
    return found.stream().filter(finding -> finding.is(Severity.WARNING)).count();
  }

  /** Says all of them, the errors first. */
  public void tell(Messages messages) {
    found.stream().filter(Finding::isError).forEach(finding -> finding.tell(messages));
    found.stream().filter(finding -> !finding.isError()).forEach(each -> each.tell(messages));
  }
}
