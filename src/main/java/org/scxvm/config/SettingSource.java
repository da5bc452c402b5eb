package org.scxvm.config;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;

/** A place where settings are looked for. */
public interface SettingSource {

  /** The value that is set there. */
  Optional<String> find(Setting setting) throws ClusterException;
}
