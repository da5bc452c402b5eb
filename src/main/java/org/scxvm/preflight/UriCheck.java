package org.scxvm.preflight;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.scxvm.config.Setting;
import org.scxvm.message.AgentMessage;

/** Where the memory would go, as it is set. */
final class UriCheck {

  /** What libvirt's QEMU driver takes. */
  private static final Set<String> SCHEMES = Set.of("tcp", "rdma", "unix");

  private static final int PORT_MAX = 65_535;

  private final Checking checking;

  UriCheck(Checking checking) {
    this.checking = checking;
  }

  void check() {
    String uri = checking.request().move().options().memoryUri();
    if (!uri.isEmpty() && !isAccepted(uri)) {
      checking
          .findings()
          .add(
              AgentMessage.WRONG_SETTING,
              Setting.MIGRATION_URI.label()
                  + "="
                  + uri
                  + " is not accepted: expected tcp://HOST, rdma://HOST or unix://PATH,"
                  + " with a port from 1 to "
                  + PORT_MAX
                  + " if any");
    }
  }

  private static boolean isAccepted(String text) {
    try {
      URI uri = new URI(text);
      boolean hasPlace =
          "unix".equals(uri.getScheme()) ? uri.getPath() != null : uri.getHost() != null;
      int port = uri.getPort();
      return uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme())
          && hasPlace
          && port != 0
          && port <= PORT_MAX;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
