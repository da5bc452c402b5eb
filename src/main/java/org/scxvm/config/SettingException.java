package org.scxvm.config;

/** A setting cannot be used; the message names it, its value and what is accepted. */
public final class SettingException extends Exception {
  private static final long serialVersionUID = 1L;

  public SettingException(String words) {
    super(words);
  }

  static SettingException notAccepted(String name, String value, String accepted) {
    return new SettingException(name + "=" + value + " is not accepted: expected " + accepted);
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
