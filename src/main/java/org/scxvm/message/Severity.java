package org.scxvm.message;

/** How much a message matters; the numbers are the levels of syslog(3). */
public enum Severity {
  ERROR(3, "error"),
  WARNING(4, "warning"),
  NOTICE(5, "notice"),
  INFO(6, "info"),
  DEBUG(7, "debug");

  private final int level;
  private final String word;

  Severity(int level, String word) {
    this.level = level;
    this.word = word;
  }

  public int level() {
    return level;
  }

  /** The word that syslogd and the agent's own lines use. */
  public String word() {
    return word;
  }
}
