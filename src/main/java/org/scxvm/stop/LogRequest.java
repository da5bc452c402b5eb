package org.scxvm.stop;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How the command log is to be asked.
 *
 * @param path where it is
 * @param zone the zone cluster whose groups are meant; empty for those of the global cluster
 * @param alone it is asked even if the cluster could tell
 * @param moment the local time from which its commands are looked at; empty for now
 */
public record LogRequest(
    String path, Optional<String> zone, boolean alone, Optional<LocalDateTime> moment) {}
