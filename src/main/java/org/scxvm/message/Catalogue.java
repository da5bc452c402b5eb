package org.scxvm.message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All messages that the agent can write, and those of 2008 that are kept for their ids. */
public final class Catalogue {

  private Catalogue() {}

  public static List<Message> all() {
    return Stream.<Message[]>of(
            AncestorMessage.values(),
            AgentMessage.values(),
            MoveMessage.values(),
            MonitorMessage.values(),
            FindingMessage.values(),
            PlacementMessage.values(),
            PreflightMessage.values(),
            ServiceguardMessage.values())
        .flatMap(Arrays::stream)
        .toList();
  }

  /** The message of an id. */
  public static Optional<Message> find(int id) {
    return all().stream().filter(message -> message.id() == id).findFirst();
  }
}
