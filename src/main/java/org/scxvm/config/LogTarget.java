package org.scxvm.config;

/** Where messages are written. */
public enum LogTarget {
  SYSLOG,
  STDERR
}
