package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import org.scxvm.message.AgentMessage;

/**
 * A call that has to know its domain, whatever has become of the parameters since this node saw it
 * come up. Pacemaker stops without any what is deleted after a cleanup; and the file that names the
 * domain may be on storage that is gone.
 */
record KnownDomain(MethodCall call) {

  /** Whether somebody says its name, as it is looked for once. */
  private enum Name {
    SAID,
    NOT_SAID,
    NOT_READABLE
  }

  /** What a stop is to take away: it must not fail because of the parameters. */
  MethodCall ofStop() throws SettingException, ClusterException, LockException {
    return name() == Name.SAID ? call : asNoted();
  }

  /** Where the name cannot be read, it is the one that was noted. */
  MethodCall evenIfNotReadable() throws SettingException, ClusterException, LockException {
    return name() == Name.NOT_READABLE ? asNoted() : call;
  }

  /**
   * By the settings that this node noted last.
   *
   * @throws SettingException none were noted, and nobody says the name
   * @throws ClusterException none were noted, and the name cannot be read
   */
  private MethodCall asNoted() throws SettingException, ClusterException, LockException {
    MethodCall noted = call.remembering();
    noted.settings().domain();
    call.messages().say(AgentMessage.SETTINGS_REMEMBERED, call.identity().resource());
    return noted;
  }

  private Name name() {
    try {
      return call.settings().find(Setting.DOMAIN).isPresent() ? Name.SAID : Name.NOT_SAID;
    } catch (ClusterException e) {
      return Name.NOT_READABLE;
    }
  }
}
