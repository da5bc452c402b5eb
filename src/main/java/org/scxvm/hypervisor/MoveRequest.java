package org.scxvm.hypervisor;

import java.util.OptionalLong;

/**
 * How a domain is to be moved.
 *
 * @param live it runs while its memory is copied; otherwise it is suspended first
 * @param peerUri the hypervisor of the other node
 * @param options where the memory goes, and how
 * @param watcher hears what is seen while the memory is sent
 */
public record MoveRequest(boolean live, String peerUri, Options options, MoveWatcher watcher) {

  /** A move that nobody watches. */
  public MoveRequest(boolean live, String peerUri, Options options) {
    this(live, peerUri, options, MoveWatcher.NOBODY);
  }

  /** The same move, the hypervisor of the other node being reached there. */
  public MoveRequest reachedAt(String uri) {
    return new MoveRequest(live, uri, options, watcher);
  }

  /** The same move, and somebody who hears of it. */
  public MoveRequest watchedBy(MoveWatcher wanted) {
    return new MoveRequest(live, peerUri, options, wanted);
  }

  /**
   * Where the memory goes, and how.
   *
   * @param memoryUri where the memory goes; empty leaves it to libvirt
   * @param unsafe libvirt's own check of disk caches is switched off
   * @param tunnelled the memory goes through libvirt's connection (needs the peer-to-peer form)
   * @param bandwidthMibPerSecond a limit, in MiB/s
   * @param tuning how the memory is sent
   */
  public record Options(
      String memoryUri,
      boolean unsafe,
      boolean tunnelled,
      OptionalLong bandwidthMibPerSecond,
      MoveTuning tuning) {

    /** Nothing tuned. */
    public Options(
        String memoryUri, boolean unsafe, boolean tunnelled, OptionalLong bandwidthMibPerSecond) {
      this(memoryUri, unsafe, tunnelled, bandwidthMibPerSecond, MoveTuning.NONE);
    }

    /** The same options, the memory going there. */
    public Options over(String uri) {
      return new Options(uri, unsafe, tunnelled, bandwidthMibPerSecond, tuning);
    }
  }
}
