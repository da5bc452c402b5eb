package org.scxvm.cluster;

/** What a fault monitor may have the cluster manager do ({@code Failover_mode}). */
public enum FailoverMode {
  NONE,
  SOFT,
  HARD,
  RESTART_ONLY,
  LOG_ONLY;

  public boolean allowsRestart() {
    return this != LOG_ONLY;
  }

  public boolean allowsGiveover() {
    return allowsRestart() && this != RESTART_ONLY;
  }
}
