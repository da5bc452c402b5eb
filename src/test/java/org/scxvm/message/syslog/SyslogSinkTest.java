package org.scxvm.message.syslog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scxvm.message.Line;
import org.scxvm.message.Severity;

/** What syslog(3) is given; the bed test of the wrappers sees the line come out at /dev/log. */
class SyslogSinkTest {

  private static final Line LINE =
      new Line(Severity.NOTICE, "Domain %s is being %s to %s", List.of("vm%s", "migrated", "n2"));

  /** There syslog(3C) makes the id from the format, and syslogd writes it. */
  @Test
  void solarisGetsTheFormatAsItIs() {
    assertEquals(
        List.of("Domain %s is being %s to %s", "vm%s", "migrated", "n2"),
        SyslogSink.arguments(LINE, true));
  }

  @Test
  void elsewhereTheSamePrefixIsWrittenAndNoValueIsAFormat() {
    assertEquals(
        List.of("%s", "[ID 224972 daemon.notice] Domain vm%s is being migrated to n2"),
        SyslogSink.arguments(LINE, false));
  }
}
