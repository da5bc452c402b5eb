package org.scxvm.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Failover_type accepts. */
class FailoverTypeTest {

  @ParameterizedTest
  @CsvSource({
    "normal,            NORMAL",
    "NORMAL,            NORMAL",
    "migrate,           MIGRATE",
    "Migrate,           MIGRATE",
    "migrate --live,    LIVE",
    "MIGRATE --LIVE,    LIVE",
    "migrate    --live, LIVE",
    "live,              LIVE",
    "Live,              LIVE",
    "'  migrate  ',     MIGRATE",
    "'migrate\t--live', LIVE"
  })
  void caseAndBlanksAreIgnored(String value, FailoverType type) {
    assertEquals(Optional.of(type), FailoverType.of(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "migration", "migrate -live", "migrate --live x", "--live", "none"})
  void anythingElseIsNone(String value) {
    assertEquals(Optional.empty(), FailoverType.of(value));
  }

  @Test
  void onlyNormalDoesNotMigrate() {
    assertEquals(false, FailoverType.NORMAL.migrates());
    assertEquals(true, FailoverType.MIGRATE.migrates());
    assertEquals(true, FailoverType.LIVE.migrates());
  }

  @Test
  void theWordsFitTheMessagesOf2008() {
    assertEquals("live migrate", FailoverType.LIVE.verb());
    assertEquals("live migrated", FailoverType.LIVE.participle());
    assertEquals("migrate", FailoverType.MIGRATE.verb());
    assertEquals("migrated", FailoverType.MIGRATE.participle());
  }
}
