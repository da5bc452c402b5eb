package org.scxvm.definition;

import org.scxvm.noop.NoOpMarkers;

/** What the agent keeps of one resource in the shared folder. */
public record DomainFiles(SavedDefinitions definitions, NoOpMarkers markers) {}
