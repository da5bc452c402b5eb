package org.scxvm.probe;

import org.scxvm.hypervisor.Health;
import org.scxvm.hypervisor.Sighting;

/**
 * What a probe has found.
 *
 * @param seen what was seen of the domain
 */
public record Probed(Health health, Sighting seen) {}
