package org.scxvm.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveTuning;
import org.scxvm.hypervisor.MoveTuning.Compression;
import org.scxvm.hypervisor.MoveTuning.Downtime;

/** The words of {@code Migration_options}. */
class MigrationOptionsTest {

  private static final String KNOWN =
      "unsafe, tunnelled, bandwidth=MiB/s, downtime=MS, downtime-max=MS, auto-converge,"
          + " compression, compression-method=NAME, parallel, parallel=N, tls, stall=SECONDS";

  @ParameterizedTest
  @CsvSource({
    "'',                             false, false, 0",
    "none,                           false, false, 0",
    "unsafe,                         true,  false, 0",
    "tunnelled,                      false, true,  0",
    "'unsafe , tunnelled',           true,  true,  0",
    "'bandwidth=100,unsafe',         true,  false, 100",
    "bandwidth=1073741824,           false, false, 1073741824",
    "' bandwidth= 7 ',               false, false, 7"
  })
  void optionsAreRead(String value, boolean unsafe, boolean tunnelled, long bandwidth)
      throws SettingException {
    OptionalLong limit = bandwidth == 0 ? OptionalLong.empty() : OptionalLong.of(bandwidth);
    assertEquals(new MoveRequest.Options("", unsafe, tunnelled, limit), MigrationOptions.of(value));
  }

  @Test
  void whatTunesAMoveIsRead() throws SettingException {
    assertEquals(
        new MoveTuning(
            new Downtime(Optional.of(Duration.ofMillis(100)), Optional.of(Duration.ofSeconds(2))),
            true,
            Optional.of(Compression.ZSTD),
            OptionalInt.of(4),
            true,
            Duration.ofSeconds(30)),
        tuning(
            "downtime=100, downtime-max=2000,auto-converge,compression,compression-method=ZSTD,"
                + "parallel=4,tls,stall=30"));
  }

  @ParameterizedTest
  @CsvSource({
    "compression, OF_HYPERVISOR",
    "compression-method=xbzrle, XBZRLE",
    "'compression,compression-method=mt', MT",
    "'parallel,compression-method=zlib', ZLIB"
  })
  void memoryIsCompressed(String value, Compression compression) throws SettingException {
    assertEquals(Optional.of(compression), tuning(value).compression());
  }

  @ParameterizedTest
  @CsvSource({"parallel, 2", "parallel=1, 1", "parallel=255, 255"})
  void parallelHasConnections(String value, int connections) throws SettingException {
    assertEquals(OptionalInt.of(connections), tuning(value).parallel());
  }

  @Test
  void aMoveThatNobodyTunesIsWatchedAllTheSame() throws SettingException {
    assertEquals(MoveTuning.NONE, tuning("unsafe"));
    assertEquals(Duration.ofSeconds(10), tuning("").stall());
  }

  private static MoveTuning tuning(String value) throws SettingException {
    return MigrationOptions.of(value).tuning();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fast",
        "unsafe,",
        ",",
        "unsafe=1",
        "tls=yes",
        "downtime",
        "stall",
        "compression-method",
        "Unsafe",
        "none,unsafe",
        "p2p"
      })
  void anUnknownOptionIsRefusedWithTheListOfTheKnownOnes(String value) {
    assertEquals(refusal(value, KNOWN), words(value));
  }

  @ParameterizedTest
  @CsvSource({
    "bandwidth,    1, 1073741824, MiB/s",
    "downtime,     1, 2000000,    ms",
    "downtime-max, 1, 2000000,    ms",
    "parallel,     1, 255,        connections",
    "stall,        3, 3600,       seconds"
  })
  void aNumberOutsideItsRangeIsRefused(String name, long from, long to, String unit) {
    String accepted = name + "=N with N from " + from + " to " + to + " " + unit;
    for (Object wrong : new Object[] {"", "-1", "x", "1.5", from - 1, to + 1}) {
      String value = name + "=" + wrong;
      assertEquals(refusal(value, accepted), words(value));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tunnelled,parallel | tunnelled or parallel: a tunnel is one connection",
        "tls,tunnelled | tunnelled or tls: a tunnel is as safe as Peer_uri makes it",
        "parallel,compression | compression-method=zlib or zstd beside parallel",
        "parallel=2,compression-method=xbzrle | compression-method=zlib or zstd beside parallel",
        "compression-method=mt,parallel | compression-method=zlib or zstd beside parallel",
        "compression-method=zstd | compression-method=zstd beside parallel only",
        "compression-method=gzip | compression-method=xbzrle, mt, zlib or zstd",
        "compression-method= | compression-method=xbzrle, mt, zlib or zstd",
        "downtime=500,downtime-max=400 | a downtime-max of at least 500 ms, the downtime",
        "downtime-max=299 | a downtime-max of at least 300 ms, the downtime",
        "stall=5,stall=6 | stall once",
        "unsafe,unsafe | unsafe once"
      })
  void whatCannotBeTogetherIsRefused(String value, String accepted) {
    assertEquals(refusal(value, accepted), words(value));
  }

  private static String refusal(String value, String accepted) {
    return "Migration_options=" + value + " is not accepted: expected " + accepted;
  }

  private static String words(String value) {
    return assertThrows(SettingException.class, () -> MigrationOptions.of(value)).words();
  }
}
