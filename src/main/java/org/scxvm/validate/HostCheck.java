package org.scxvm.validate;

import java.util.Optional;
import org.scxvm.host.Host;
import org.scxvm.host.HostException;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.FindingMessage;

/** This node, apart from its libvirt. */
final class HostCheck {

  private static final String XEN = "xen:";
  private static final String PLATFORM = "i86xpv";

  private final Validating validating;

  HostCheck(Validating validating) {
    this.validating = validating;
  }

  void check(Wanted wanted) {
    String name = wanted.domain().map(Object::toString).orElse("??");
    Host host = validating.ports().host();
    try {
      if (wanted.connectUri().startsWith(XEN)) {
        checkPlatform(host.solarisPlatform(validating.call()));
      }
      if (host.hasGuestsService(validating.call())) {
        validating.findings().add(FindingMessage.GUESTS_SERVICE);
      }
    } catch (HostException e) {
      validating
          .findings()
          .addWithCause(FindingMessage.NOT_CHECKED, e.words(), name, "node's services");
    }
  }

  private void checkPlatform(Optional<String> platform) {
    platform
        .filter(name -> !name.equals(PLATFORM))
        .ifPresent(
            name ->
                validating
                    .findings()
                    .addWithCause(
                        AncestorMessage.NOT_BOOTED_WITH_XVM,
                        "uname -i says " + name + ", expected " + PLATFORM));
  }
}
