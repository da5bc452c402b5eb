package org.slf4j;

import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Gives slf4j its provider. By itself it would open the JAR to find the name of one, and formats a
 * message even if it is told the name: the first regular expressions of a start cost more than all
 * else that slf4j does. Here, because what has to be set is known in this package only.
 */
public final class KnownProvider {

  private KnownProvider() {}

  /** To be called before the first logger is asked for; later it changes nothing. */
  @SuppressWarnings("LockOnNonEnclosingClassLiteral") // slf4j's own lock
  public static void set(SLF4JServiceProvider provider) {
    synchronized (LoggerFactory.class) {
      if (LoggerFactory.INITIALIZATION_STATE == LoggerFactory.UNINITIALIZED) {
        provider.initialize();
        LoggerFactory.PROVIDER = provider;
        LoggerFactory.INITIALIZATION_STATE = LoggerFactory.SUCCESSFUL_INITIALIZATION;
      }
    }
  }
}
