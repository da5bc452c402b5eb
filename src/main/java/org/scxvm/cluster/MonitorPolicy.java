package org.scxvm.cluster;

import java.time.Duration;

/**
 * How the cluster manager has a resource monitored.
 *
 * @param interval between two thorough looks ({@code Thorough_probe_interval})
 * @param retryCount how many restarts there may be within the next value before the group is given
 *     over ({@code Retry_count})
 * @param retryInterval within that time restarts, and what speaks against a guest, are counted
 *     ({@code Retry_interval})
 * @param mode what may be asked for ({@code Failover_mode})
 */
public record MonitorPolicy(
    Duration interval, int retryCount, Duration retryInterval, FailoverMode mode) {}
