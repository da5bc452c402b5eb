package org.scxvm.resource;

import java.util.Optional;

/**
 * Which resource a callback is about.
 *
 * @param resource its name ({@code -R})
 * @param type its type with the version ({@code -T})
 * @param group its resource group ({@code -G}); empty if the caller did not say
 * @param zone the zone whose group it is ({@code -Z})
 */
public record ResourceIdentity(
    ResourceName resource, Optional<String> type, Optional<String> group, Optional<String> zone) {

  private static final String GENERIC_DATA_SERVICE = "SUNW.gds";

  /** SUNW.gds gives a stop command 80 % of Stop_timeout and signals it after that. */
  public boolean isGenericDataService() {
    return type.filter(name -> (name + ":").startsWith(GENERIC_DATA_SERVICE + ":")).isPresent();
  }
}
