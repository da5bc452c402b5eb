package org.scxvm.definition;

import org.scxvm.lastmove.LastMoves;
import org.scxvm.noop.NoOpMarkers;
import org.scxvm.owner.OwnerRecords;

/** What the agent keeps of one resource in the shared folder. */
public record DomainFiles(
    SavedDefinitions definitions, NoOpMarkers markers, OwnerRecords owners, LastMoves lastMoves) {}
