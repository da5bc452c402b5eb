package org.scxvm.hypervisor;

/** All that can be done with the domains of one node. */
public record Hypervisor(
    DomainSight sight,
    DomainPower power,
    DomainDefinitions definitions,
    DomainMoves moves,
    DomainSurvey survey,
    MoveSurvey moveSurvey,
    NodeSurvey nodeSurvey) {}
