package org.scxvm.hypervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Versions as libvirt counts them. */
class VersionTest {

  @Test
  void theThreeNumbersAreTold() {
    assertEquals("7.2.17", new Version(7_002_017).toString());
    assertEquals("10.0.0", Version.of(10, 0).toString());
  }

  @Test
  void tenIsLaterThanNine() {
    assertTrue(Version.of(10, 0).isAtLeast(Version.of(9, 9)));
    assertTrue(Version.of(7, 2).isAtLeast(Version.of(7, 2)));
    assertFalse(new Version(7_001_999).isAtLeast(Version.of(7, 2)));
    assertFalse(Version.UNTOLD.isAtLeast(new Version(1)));
  }
}
