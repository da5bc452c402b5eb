package org.scxvm.convert;

import java.util.List;

/**
 * What becomes of one resource of ocf:heartbeat:VirtualDomain.
 *
 * @param resource its name
 * @param refusals why it stays what it is; nothing if it can be converted
 * @param changes what would change, one line each
 * @param xml the primitive as it would be
 */
public record Conversion(String resource, List<String> refusals, List<String> changes, String xml) {

  /** Whether it can be converted. */
  public boolean isPossible() {
    return refusals.isEmpty();
  }
}
