package org.scxvm.cluster;

/**
 * A script that a group brings along.
 *
 * @param group whose it is
 * @param path where it lies on this node
 */
public record GroupScript(String group, String path) {}
