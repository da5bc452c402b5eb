package org.scxvm.hypervisor.libvirt;

import java.util.ArrayList;
import java.util.List;
import org.libvirt.TypedIntParameter;
import org.libvirt.TypedParameter;
import org.libvirt.TypedStringParameter;
import org.libvirt.TypedUlongParameter;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveTuning;

/** The options of a move in libvirt's words: flags, and {@code VIR_MIGRATE_PARAM_*}. */
final class MoveParameters {

  private static final int UNSAFE = 1 << 9;
  private static final int COMPRESSED = 1 << 11;
  private static final int AUTO_CONVERGE = 1 << 13;
  private static final int TLS = 1 << 16;
  private static final int PARALLEL = 1 << 17;

  private MoveParameters() {}

  /** Those of {@code virDomainMigrateFlags} that are options. */
  static int flags(MoveRequest request) {
    MoveTuning tuning = request.options().tuning();
    return (request.options().unsafe() ? UNSAFE : 0)
        | (tuning.compression().isPresent() ? COMPRESSED : 0)
        | (tuning.autoConverge() && request.live() ? AUTO_CONVERGE : 0)
        | (tuning.tls() ? TLS : 0)
        | (tuning.parallel().isPresent() ? PARALLEL : 0);
  }

  /** Beside the flags. */
  static TypedParameter[] parameters(String name, MoveRequest.Options options) {
    List<TypedParameter> parameters = new ArrayList<>();
    // The name says nothing new, but the binding cannot pass an empty list.
    parameters.add(new TypedStringParameter("destination_name", name));
    if (!options.memoryUri().isEmpty()) {
      parameters.add(new TypedStringParameter("migrate_uri", options.memoryUri()));
    }
    options
        .bandwidthMibPerSecond()
        .ifPresent(limit -> parameters.add(new TypedUlongParameter("bandwidth", limit)));
    MoveTuning tuning = options.tuning();
    tuning
        .compression()
        .map(MoveTuning.Compression::word)
        .filter(word -> !word.isEmpty())
        .ifPresent(word -> parameters.add(new TypedStringParameter("compression", word)));
    tuning
        .parallel()
        .ifPresent(count -> parameters.add(new TypedIntParameter("parallel.connections", count)));
    return parameters.toArray(new TypedParameter[0]);
  }
}
