package org.scxvm.migration;

import java.util.Map;
import java.util.Optional;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.NodeName;

/**
 * How another node's hypervisor is reached. In the templates {@code %n} is the node's name and
 * {@code %p} its name on the private interconnect; {@code %h} is the node's name up to its first
 * period, and {@code %d} the rest.
 *
 * @param template the URI of a peer's hypervisor
 * @param exceptions URIs of nodes that the template does not fit
 * @param memoryTemplate where the memory goes; empty for the default
 * @param options how memory is sent; its own memory URI is empty
 */
public record PeerAddresses(
    String template,
    Map<NodeName, String> exceptions,
    Optional<String> memoryTemplate,
    MoveRequest.Options options) {

  private static final String OVER_PRIVATE_LINK = "tcp://%p";

  /** The request that moves a domain to that node. */
  public MoveRequest to(NodeName node, Optional<String> privateHost, boolean live) {
    String uri = Optional.ofNullable(exceptions.get(node)).orElse(template);
    MoveRequest.Options filled = options.over(memoryUri(node, privateHost));
    return new MoveRequest(live, filledIn(uri, node, privateHost), filled);
  }

  /**
   * The request that moves a domain to this node. This process reaches its own hypervisor as ever;
   * only a tunnel is made by the other node's libvirt, which needs the address for peers.
   */
  public MoveRequest toHere(
      NodeName node, Optional<String> privateHost, boolean live, String connectUri) {
    MoveRequest request = to(node, privateHost, live);
    return options.tunnelled() ? request : request.reachedAt(connectUri);
  }

  /** Inside a tunnel, or without a private name, libvirt finds the way itself. */
  private String memoryUri(NodeName node, Optional<String> privateHost) {
    if (options.tunnelled()) {
      return "";
    }
    return memoryTemplate
        .or(() -> privateHost.map(host -> OVER_PRIVATE_LINK))
        .map(wanted -> filledIn(wanted, node, privateHost))
        .orElse("");
  }

  private static String filledIn(String uri, NodeName node, Optional<String> privateHost) {
    String name = node.value();
    int dot = name.indexOf('.');
    String host = dot < 0 ? name : name.substring(0, dot);
    return uri.replace("%n", name)
        .replace("%p", privateHost.orElse(name))
        .replace("%h", host)
        .replace("%d", name.substring(host.length()));
  }
}
