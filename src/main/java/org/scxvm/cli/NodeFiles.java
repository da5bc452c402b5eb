package org.scxvm.cli;

import org.scxvm.commandlog.CommandLogs;
import org.scxvm.folder.SharedFolders;

/**
 * The files that a method reads and writes.
 *
 * @param folders the folders that the nodes share
 * @param commandLogs the command logs of this node
 */
public record NodeFiles(SharedFolders folders, CommandLogs commandLogs) {}
