package org.scxvm;

import org.scxvm.message.log.NoJavaLogging;
import org.scxvm.message.log.QuietProvider;

/** Tells the libraries what they need not look for at each start. */
final class LeanLibraries {

  private LeanLibraries() {}

  /** To be called before any of them is used. */
  static void prepare() {
    // slf4j would open the JAR to find the name of the class, and would print the one it is given.
    System.setProperty("slf4j.provider", QuietProvider.class.getName());
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("java.util.logging.manager", NoJavaLogging.class.getName());
    // picocli would look for Groovy in the JAR.
    System.setProperty("picocli.disable.closures", "true");
    // picocli would load dates and databases; all words here are texts.
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time|nio)\\..*");
  }
}
