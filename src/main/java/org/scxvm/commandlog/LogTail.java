package org.scxvm.commandlog;

import java.util.List;

/**
 * The newest lines of a command log.
 *
 * @param lines in their order in the log; the last one is the newest
 * @param unfinished the newest line has no line end yet; if there are no lines, it is longer than
 *     what is read
 */
public record LogTail(List<String> lines, boolean unfinished) {}
