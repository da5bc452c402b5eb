package org.scxvm.message.log;

import java.io.IOException;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * {@code java.util.logging} without a configuration and without a tree of loggers, which take a
 * while to be made. JNA alone uses it, and has nothing to say.
 */
public final class NoJavaLogging extends LogManager {

  /** The JVM goes on without, and searches for nobody else who might log. */
  @Override
  public void readConfiguration() throws IOException {
    throw new IOException("there is none");
  }

  /** Every logger is the first of its name, and has no parent who would write its lines. */
  @Override
  public boolean addLogger(Logger logger) {
    return true;
  }

  @Override
  @SuppressWarnings("NullAway") // so it says that there is none
  public Logger getLogger(String name) {
    return null;
  }
}
