package org.scxvm.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash of Solaris, on pairs that its documents and logs show. */
class MessageIdTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "200565|Function: validate_common: The daemon home directory %s is invalid",
        "200928|Warning: The resource \"%s\" is not enabled and the VUCMMD is running."
            + " Changes are not effective until the resource is enabled.",
        "201134|Validate - tftpd daemon has to be activated in %s when -F is being used",
        "500054|Check_switchover - the check for remote MySQL connectivity failed"
            + " for the replicated component %s",
        "500095|The \"%s\" command returned error %s, unable to start the UCMMD under the PMMD.",
        "500193|Validate_replication_rs - MySQL resource %s does not exist",
        "900058|Failed to write to test-file %s : %s",
        "900102|Failed to retrieve the resource type property %s: %s.",
        "707948|launching method <%s> for resource <%s>, resource group <%s>, timeout <%d> seconds",
        "148023|method <%s> completed successfully for resource <%s>, resource group <%s>",
        "801593|%s: %s",
        "443746|resource %s state on node %s change to %s",
        "529407|resource group %s state on node %s change to %s",
        "784560|resource %s status on node %s change to %s",
        "922363|resource %s status msg on node %s change to <%s>",
        "224900|launching method <%s> for resource <%s>, resource group <%s>, node <%s>,"
            + " timeout <%d> seconds",
        "515159|method <%s> completed successfully for resource <%s>, resource group <%s>,"
            + " node <%s>, time used: %d%% of timeout <%d seconds>",
        "736390|method <%s> completed successfully for resource <%s>, resource group <%s>,"
            + " time used: %d%% of timeout <%d seconds>",
        "938318|Method <%s> failed on resource <%s> in resource group <%s>"
            + " [exit code <%d>, time used: %d%% of timeout <%d seconds>] %s",
        "424774|Resource group <%s> requires operator attention due to STOP failure",
        "702911|%s"
      })
  void theIdOfAFormatIsTheOneThatSolarisWrites(int id, String format) {
    assertEquals(id, MessageId.of(format));
  }

  @Test
  void lineEndsAndTabsDoNotCount() {
    assertEquals(MessageId.of("one two"), MessageId.of("one \n\ttwo\r"));
  }

  @Test
  void anEmptyFormatHasTheFirstId() {
    assertEquals(100_000, MessageId.of(""));
  }

  @Test
  void bytesBeyondAsciiCountAsBytes() {
    int id = MessageId.of("\u00fc%s");
    assertTrue(id >= 100_000 && id <= 999_980);
    // Two bytes of UTF-8, by the rule: (0xc3 >>> 5) + (0xc3 << 27) + 0xbc, and so on.
    int hash = 0;
    for (int b : new int[] {0xc3, 0xbc, '%', 's'}) {
      hash = (hash >>> 5) + (hash << 27) + b;
    }
    assertEquals(Integer.remainderUnsigned(hash, 899_981) + 100_000, id);
  }
}
