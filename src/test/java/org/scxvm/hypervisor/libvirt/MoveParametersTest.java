package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveTuning;
import org.scxvm.hypervisor.MoveTuning.Compression;
import org.scxvm.hypervisor.MoveTuning.Downtime;

/** The options of a move as libvirt takes them. */
class MoveParametersTest {

  private static MoveTuning tuning(
      boolean autoConverge, Optional<Compression> compression, OptionalInt parallel, boolean tls) {
    return new MoveTuning(
        Downtime.UNSET, autoConverge, compression, parallel, tls, MoveTuning.STALL);
  }

  private static MoveRequest.Options options(boolean unsafe, MoveTuning tuning) {
    return new MoveRequest.Options("", unsafe, false, OptionalLong.empty(), tuning);
  }

  private static int flags(boolean live, boolean unsafe, MoveTuning tuning) {
    return MoveParameters.flags(new MoveRequest(live, "there", options(unsafe, tuning)));
  }

  private static List<String> parameters(MoveRequest.Options options) {
    return Arrays.stream(MoveParameters.parameters("vm1", options))
        .map(each -> each.getTypeAsString() + " " + each.field + "=" + each.getValueAsString())
        .toList();
  }

  /** The values of {@code virDomainMigrateFlags}. */
  @Test
  void eachOptionIsAFlag() {
    Optional<Compression> none = Optional.empty();
    OptionalInt one = OptionalInt.empty();
    assertEquals(0, flags(true, false, MoveTuning.NONE));
    assertEquals(512, flags(true, true, MoveTuning.NONE));
    assertEquals(8192, flags(true, false, tuning(true, none, one, false)));
    assertEquals(2048, flags(true, false, tuning(false, Optional.of(Compression.MT), one, false)));
    assertEquals(131072, flags(true, false, tuning(false, none, OptionalInt.of(2), false)));
    assertEquals(65536, flags(true, false, tuning(false, none, one, true)));
  }

  @Test
  void aSuspendedGuestNeedsNoSlowingDown() {
    assertEquals(
        0, flags(false, false, tuning(true, Optional.empty(), OptionalInt.empty(), false)));
  }

  @Test
  void withoutOptionsTheNameIsTheOnlyParameter() {
    assertEquals(
        List.of("VIR_TYPED_PARAM_STRING destination_name=vm1"),
        parameters(options(false, MoveTuning.NONE)));
  }

  @Test
  void theOthersAreParameters() {
    MoveTuning tuning = tuning(false, Optional.of(Compression.ZLIB), OptionalInt.of(3), false);
    assertEquals(
        List.of(
            "VIR_TYPED_PARAM_STRING destination_name=vm1",
            "VIR_TYPED_PARAM_STRING migrate_uri=tcp://x",
            "VIR_TYPED_PARAM_ULLONG bandwidth=100",
            "VIR_TYPED_PARAM_STRING compression=zlib",
            "VIR_TYPED_PARAM_INT parallel.connections=3"),
        parameters(new MoveRequest.Options("tcp://x", false, false, OptionalLong.of(100), tuning)));
  }

  @ParameterizedTest
  @CsvSource({"OF_HYPERVISOR, 1", "XBZRLE, 2"})
  void aMethodIsNamedOnlyIfItIsAskedFor(Compression compression, int parameters) {
    MoveTuning tuning = tuning(false, Optional.of(compression), OptionalInt.empty(), false);
    assertEquals(parameters, parameters(options(false, tuning)).size());
  }
}
