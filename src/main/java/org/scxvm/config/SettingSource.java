package org.scxvm.config;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;

/**
 * A place where settings are looked for.
 *
 * @param origin what the place is called, for whoever wonders where a value comes from
 */
public record SettingSource(String origin, Lookup lookup) {

  /** Looks there. */
  public interface Lookup {

    /** The value that is set there. */
    Optional<String> find(Setting setting) throws ClusterException;
  }
}
