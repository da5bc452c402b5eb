package org.scxvm.convert;

import java.util.Optional;
import java.util.function.Function;
import org.scxvm.definition.ConfiguredFile;

/**
 * Where resources are converted.
 *
 * @param folder the Domain_pathname that they get; none if they have to do without records
 * @param placedByUtilization the cluster places resources by what they need, so it must know that
 * @param hypervisor what virsh takes if nobody says another one, as VirtualDomain does
 * @param files opens a definition at its path, as a Start will
 */
public record Site(
    Optional<String> folder,
    boolean placedByUtilization,
    String hypervisor,
    Function<String, ConfiguredFile> files) {}
