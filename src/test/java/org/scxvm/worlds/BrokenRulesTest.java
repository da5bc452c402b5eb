package org.scxvm.worlds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scxvm.worlds.Explorer.Found;

/** The laws bite: an agent that does not keep one of the rules is found out. */
@ExtendWith(RememberedXml.class)
class BrokenRulesTest {

  static Stream<Bite> bites() {
    return Bite.all().stream();
  }

  @ParameterizedTest
  @MethodSource("bites")
  void aBrokenRuleIsFound(Bite bite) {
    Explorer explorer = new Explorer(bite.tale(), bite.planted());
    Optional<Found> found = explorer.seek(bite.law(), bite.depth());
    assertTrue(found.isPresent(), () -> "not found in " + explorer.worlds() + " worlds: " + bite);
    List<String> trace = Tales.trace(bite.planted(), found.get().world());
    System.out.printf(
        "small worlds: without \"%s\": %s broken in world %d, %s%n%s%n",
        bite.rule(),
        found.get().law(),
        explorer.worlds(),
        found.get().world(),
        String.join("\n", trace.subList(Math.max(0, trace.size() - 12), trace.size())));
  }
}
