package org.scxvm.worlds;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.NodeView;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.SharedFolder;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainMoves;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.Messages;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/**
 * Agents with one rule broken on purpose, each through a port that lies: what the agent does then
 * is what an agent without the rule would do.
 */
final class Planted {

  private Planted() {}

  /**
   * A copy is resumed without proof: a migration that failed is taken for one that went through.
   */
  static Methods resumedWithoutProof() {
    return new Methods() {
      @Override
      DomainMoves moves(AgentProcess agent) {
        DomainMoves honest = super.moves(agent);
        return (domain, request, deadline, last) -> {
          MoveEnd end = honest.move(domain, request, deadline, last);
          return end.hasBegun() ? new MoveEnd.Succeeded(MoveFigures.UNKNOWN) : end;
        };
      }
    };
  }

  /** A migration that does not arrive paused. */
  static Methods arrivesRunning() {
    return new Methods() {
      @Override
      boolean arrivesPaused() {
        return false;
      }
    };
  }

  /** A domain runs as soon as it is booted, before anybody looks once more. */
  static Methods bootsRunning() {
    return new Methods() {
      @Override
      boolean bootsPaused() {
        return false;
      }
    };
  }

  /** Stop does not look whether the domain is down. */
  static Methods stopWithoutLook() {
    return new Seeing() {
      @Override
      Sighting seen(AgentProcess agent, Node at, Sighting honest) {
        boolean stops = agent.name().contains("Stop");
        return at == agent.node() && stops
            ? new Sighting(
                new Answer.Inactive(SmallWorld.UUID, false), new ProcessSighting.Absent())
            : honest;
      }
    };
  }

  /** Whoever has a marker is taken to have the domain. */
  static Methods markerBelieved() {
    return new Seeing() {
      @Override
      Sighting seen(AgentProcess agent, Node at, Sighting honest) {
        boolean marked = agent.world().files().containsKey(".noop_" + SmallWorld.RESOURCE);
        boolean starts = agent.name().contains("Start");
        return at == agent.node() && starts && marked
            ? new Sighting(
                new Answer.Active(SmallWorld.UUID, Activity.RUNNING),
                new ProcessSighting.NotNeeded())
            : honest;
      }
    };
  }

  /** Silence of another node is taken for absence. */
  static Methods silentOwnerIgnored() {
    return new Seeing() {
      @Override
      Sighting seen(AgentProcess agent, Node at, Sighting honest) {
        return at != agent.node() && honest.isSilent()
            ? new Sighting(new Answer.NotKnown(), new ProcessSighting.Absent())
            : honest;
      }
    };
  }

  /** A node that does not answer is taken for one that was fenced. */
  static Methods everySilentNodeIsFenced() {
    return new Methods() {
      @Override
      Cluster cluster(AgentProcess agent, Optional<Node> target) {
        Cluster honest = super.cluster(agent, target);
        return new Cluster(honest.resource(), honest.group(), new AllDown(honest.nodes()));
      }
    };
  }

  /** A migration begins, and what was on record before it stays there. */
  static Methods moveNotOnRecord() {
    return new Publishing() {
      @Override
      boolean published(AgentProcess agent, Generations honest, Generations.Generation next)
          throws FolderException {
        boolean moving = next.text().contains("phase=moving");
        Optional<Generations.Generation> before = honest.newest();
        return honest.publish(
            moving && before.isPresent()
                ? new Generations.Generation(next.number(), before.get().text())
                : next);
      }
    };
  }

  /** Whoever loses the claim starts the domain nevertheless. */
  static Methods loserBoots() {
    return new Publishing() {
      @Override
      boolean bootsPaused() {
        return false;
      }

      @Override
      boolean published(AgentProcess agent, Generations honest, Generations.Generation next)
          throws FolderException {
        honest.publish(next);
        return true;
      }
    };
  }

  /** The saved definition is written in its place, and the process can be killed in the middle. */
  static Methods definitionWrittenInPlace() {
    return new Methods() {
      @Override
      SharedFolder folder(AgentProcess agent) {
        return new LyingFolder(super.folder(agent)) {
          @Override
          public void write(String name, String text) throws FolderException {
            if (name.equals(SmallWorld.SAVED)) {
              super.write(name, text.substring(0, text.length() / 2));
            }
            super.write(name, text);
          }
        };
      }
    };
  }

  /** libvirt is waited for without a deadline. */
  static Methods withoutDeadline() {
    return new Methods() {
      @Override
      Hypervisor hypervisor(AgentProcess agent, Node at) {
        Hypervisor honest = super.hypervisor(agent, at);
        DomainSight patient =
            new Looking(
                honest.sight(),
                (domain, deadline) -> {
                  Deadline endless = Deadline.in(agent, Methods.TIMEOUT.multipliedBy(2));
                  return honest.sight().look(domain, endless);
                });
        return with(honest, patient);
      }
    };
  }

  /** A failure is not told. */
  static Methods silentFailure() {
    return new Methods() {
      @Override
      Messages messages(AgentProcess agent) {
        return new Messages(List.of());
      }
    };
  }

  private static Hypervisor with(Hypervisor honest, DomainSight sight) {
    return new Hypervisor(
        sight,
        honest.power(),
        honest.definitions(),
        honest.moves(),
        honest.survey(),
        honest.moveSurvey(),
        honest.nodeSurvey());
  }

  /** An agent that sees something else. */
  private abstract static class Seeing extends Methods {
    abstract Sighting seen(AgentProcess agent, Node at, Sighting honest);

    @Override
    Hypervisor hypervisor(AgentProcess agent, Node at) {
      Hypervisor honest = super.hypervisor(agent, at);
      return with(
          honest,
          new Looking(
              honest.sight(),
              (domain, deadline) -> seen(agent, at, honest.sight().look(domain, deadline))));
    }
  }

  /** How something else is seen. */
  private interface Look {
    Sighting at(DomainName domain, Deadline deadline);
  }

  private record Looking(DomainSight honest, Look look) implements DomainSight {
    @Override
    public Sighting look(DomainName domain, Deadline deadline) {
      return look.at(domain, deadline);
    }

    @Override
    public DomainChanges watch(DomainName domain, Deadline deadline) {
      return honest.watch(domain, deadline);
    }
  }

  /** An agent whose records are published in another way. */
  private abstract static class Publishing extends Methods {
    abstract boolean published(AgentProcess agent, Generations honest, Generations.Generation next)
        throws FolderException;

    @Override
    SharedFolder folder(AgentProcess agent) {
      return new LyingFolder(super.folder(agent)) {
        @Override
        public Generations generations(String stem) {
          Generations honest = super.generations(stem);
          return new Generations() {
            @Override
            public Optional<Generation> newest() throws FolderException {
              return honest.newest();
            }

            @Override
            public boolean publish(Generation next) throws FolderException {
              return published(agent, honest, next);
            }

            @Override
            public String pathOf(long number) {
              return honest.pathOf(number);
            }
          };
        }
      };
    }
  }

  private record AllDown(NodeView honest) implements NodeView {
    @Override
    public NodeName thisNode() throws ClusterException {
      return honest.thisNode();
    }

    @Override
    public String thisNodeId() throws ClusterException {
      return honest.thisNodeId();
    }

    @Override
    public Optional<String> privateHostOf(NodeName node) {
      return honest.privateHostOf(node);
    }

    @Override
    public boolean isDown(NodeName node) {
      return true;
    }
  }
}
