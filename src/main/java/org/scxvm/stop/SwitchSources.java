package org.scxvm.stop;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.commandlog.CommandLogs;
import org.scxvm.time.Deadline;

/**
 * Who can tell where a group is going, and whether the domain can follow it.
 *
 * @param cluster opens the view of the cluster for questions that end at a deadline
 * @param commandLogs asked where the cluster cannot tell
 * @param foresight asked before a migration begins
 * @param faultNoted whether the fault monitor of this node has noted that it gives the group over
 */
public record SwitchSources(
    Function<Deadline, Cluster> cluster,
    CommandLogs commandLogs,
    Foresight foresight,
    BooleanSupplier faultNoted) {}
