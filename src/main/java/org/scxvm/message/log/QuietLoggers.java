package org.scxvm.message.log;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.SubstituteLogger;

/**
 * Loggers that say nothing until somebody wants to hear them. Only then logback is loaded, which
 * takes longer than a whole call that has nothing to log.
 */
final class QuietLoggers implements ILoggerFactory {

  private final Map<String, SubstituteLogger> loggers = new ConcurrentHashMap<>();
  private Optional<ILoggerFactory> heard = Optional.empty();

  @Override
  public synchronized Logger getLogger(String name) {
    SubstituteLogger logger = loggers.get(name);
    if (logger == null) {
      logger = new SubstituteLogger(name, new ArrayDeque<>(0), true);
      if (heard.isPresent()) {
        logger.setDelegate(heard.get().getLogger(name));
      }
      loggers.put(name, logger);
    }
    return logger;
  }

  /** From now on all of them write through the loggers of that factory. */
  synchronized void hear(ILoggerFactory factory) {
    heard = Optional.of(factory);
    loggers.forEach((name, logger) -> logger.setDelegate(factory.getLogger(name)));
  }
}
