package org.scxvm.stop;

import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.resource.NodeName;

/**
 * A migration that has begun, and so may have left a copy on its target.
 *
 * @param target the other node
 * @param peerUri its hypervisor
 * @param uuid the domain's identity
 * @param paused the user had paused the domain
 * @param end how the call ended
 */
record Begun(NodeName target, String peerUri, String uuid, boolean paused, MoveEnd end) {}
