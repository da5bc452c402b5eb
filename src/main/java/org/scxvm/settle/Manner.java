package org.scxvm.settle;

import org.scxvm.migration.Proof;

/**
 * How a migration is settled.
 *
 * @param proof what is known about the source already
 * @param mayGoOn libvirt may still be at it, so that nothing is final yet
 * @param ours whoever began it is this method or dead, so that a copy on its way may be ended
 * @param mayResume a good copy is let go on; otherwise it is left as it is
 */
public record Manner(Proof proof, boolean mayGoOn, boolean ours, boolean mayResume) {}
