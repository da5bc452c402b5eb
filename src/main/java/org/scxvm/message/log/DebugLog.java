package org.scxvm.message.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.Messages;
import org.slf4j.LoggerFactory;

/** Sends what developers log with slf4j to where messages go, at Debug_level 1 or 2. */
public final class DebugLog {

  private DebugLog() {}

  /**
   * Shows debug lines; without a call of this there are none.
   *
   * @param level 1 shows decisions, 2 every step
   */
  public static void enable(int level, Messages messages) {
    if (level <= 0 || !(LoggerFactory.getILoggerFactory() instanceof QuietLoggers loggers)) {
      return;
    }
    LoggerContext context = new LoggerContext();
    Forward forward = new Forward(messages);
    forward.setContext(context);
    forward.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(forward);
    root.setLevel(level == 1 ? Level.DEBUG : Level.TRACE);
    loggers.hear(context);
  }

  private static final class Forward extends AppenderBase<ILoggingEvent> {

    private final Messages messages;

    Forward(Messages messages) {
      this.messages = messages;
    }

    @Override
    protected void append(ILoggingEvent event) {
      String logger = event.getLoggerName();
      String place = logger.substring(logger.lastIndexOf('.') + 1);
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : ": " + ThrowableProxyUtil.asString(event.getThrowableProxy());
      messages.say(AncestorMessage.DEBUG_TEXT, place + " - " + event.getFormattedMessage() + trace);
    }
  }
}
