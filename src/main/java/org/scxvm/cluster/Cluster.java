package org.scxvm.cluster;

/** What a cluster manager tells about one resource, and lets an agent do. */
public record Cluster(
    ResourceView resource, GroupView group, NodeView nodes, MonitorView monitor) {}
