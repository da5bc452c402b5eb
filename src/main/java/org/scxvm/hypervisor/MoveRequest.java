package org.scxvm.hypervisor;

import java.util.OptionalLong;

/**
 * How a domain is to be moved.
 *
 * @param live it runs while its memory is copied; otherwise it is suspended first
 * @param peerUri the hypervisor of the other node
 * @param options where the memory goes, and how
 */
public record MoveRequest(boolean live, String peerUri, Options options) {

  /**
   * Where the memory goes, and how.
   *
   * @param memoryUri where the memory goes; empty leaves it to libvirt
   * @param unsafe libvirt's own check of disk caches is switched off
   * @param tunnelled the memory goes through libvirt's connection (needs the peer-to-peer form)
   * @param bandwidthMibPerSecond a limit, in MiB/s
   */
  public record Options(
      String memoryUri, boolean unsafe, boolean tunnelled, OptionalLong bandwidthMibPerSecond) {}
}
