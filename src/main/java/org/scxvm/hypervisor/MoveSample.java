package org.scxvm.hypervisor;

/**
 * One look at a move that goes on. Bytes, and bytes per second.
 *
 * @param total all memory; 0 before the first of it is sent
 * @param sent what has gone over the network
 * @param remaining what has to be sent still, as far as is known in this pass
 * @param pass which time the hypervisor goes over the memory, from 1 on
 * @param rate how much is sent per second
 * @param dirtyRate how much the guest changes per second; known from the second pass on
 * @param throttle by how many percent the hypervisor slows the guest down
 */
public record MoveSample(
    long total, long sent, long remaining, long pass, long rate, long dirtyRate, int throttle) {

  /** How much of the memory has been sent once, at least. */
  public int percent() {
    return total == 0 ? 0 : (int) ((total - Math.min(remaining, total)) * 100 / total);
  }
}
