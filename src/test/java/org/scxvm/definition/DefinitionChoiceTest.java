package org.scxvm.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has changed the definition since this node saved its own. */
class DefinitionChoiceTest {

  @ParameterizedTest
  @CsvSource({
    // own unchanged, saved is ours
    "true,  true,  LOCAL",
    "true,  false, SAVED",
    "false, true,  LOCAL",
    "false, false, SAVED_AND_KEEP_LOCAL"
  })
  void theDefinitionThatWasChangedLastIsUsed(
      boolean localSavedLast, boolean savedIsOurs, DefinitionChoice choice) {
    assertEquals(choice, DefinitionChoice.of(localSavedLast, savedIsOurs));
  }
}
