package org.scxvm;

import org.scxvm.message.log.NoJavaLogging;
import org.scxvm.message.log.QuietProvider;
import org.slf4j.KnownProvider;

/** Tells the libraries what they need not look for at each start. */
final class LeanLibraries {

  private LeanLibraries() {}

  /** To be called before any of them is used. */
  static void prepare() {
    KnownProvider.set(new QuietProvider());
    System.setProperty("java.util.logging.manager", NoJavaLogging.class.getName());
    // picocli would look for Groovy in the JAR.
    System.setProperty("picocli.disable.closures", "true");
    // picocli would load dates and databases by their names; all words here are texts.
    System.setProperty("picocli.converters.excludes", "java.*");
  }
}
