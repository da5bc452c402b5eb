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
import org.scxvm.hypervisor.DomainMoves;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.Messages;
import org.scxvm.message.Severity;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.Ownership;
import org.scxvm.recover.RecoverRequest;
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
      DomainMoves moves(AgentProcess agent, Node source) {
        DomainMoves honest = super.moves(agent, source);
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
    return new Lies.Seeing() {
      @Override
      Sighting seen(AgentProcess agent, Node at, Sighting honest) {
        boolean stops = agent.name().contains("Stop");
        return at == agent.node() && stops
            ? new Sighting(
                new Answer.Inactive(SmallWorld.UUID, OffReason.OTHER), new ProcessSighting.Absent())
            : honest;
      }
    };
  }

  /** Whoever has a marker is taken to have the domain. */
  static Methods markerBelieved() {
    return new Lies.Seeing() {
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
    return new Lies.Seeing() {
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
        return new Cluster(
            honest.resource(), honest.group(), new AllDown(honest.nodes()), honest.monitor());
      }
    };
  }

  /** A migration begins, and what was on record before it stays there. */
  static Methods moveNotOnRecord() {
    return new Lies.Publishing() {
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
    return new Lies.Publishing() {
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
            new Lies.Looking(
                honest.sight(),
                (domain, deadline) -> {
                  Deadline endless = Deadline.in(agent, Methods.TIMEOUT.multipliedBy(2));
                  return honest.sight().look(domain, endless);
                });
        return Lies.with(honest, patient);
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

  /** recover takes the second copy for one that is gone, and leaves it there. */
  static Methods secondCopyKept() {
    return new Lies.Seeing() {
      @Override
      Sighting seen(AgentProcess agent, Node at, Sighting honest) {
        boolean recovers = agent.name().startsWith("recover");
        return at != agent.node() && recovers
            ? new Sighting(new Answer.NotKnown(), new ProcessSighting.Absent())
            : honest;
      }
    };
  }

  /** A dry run does what it tells. */
  static Methods dryRunActs() {
    return new Methods() {
      @Override
      boolean recover(AgentProcess agent, RecoverRequest.Word word) {
        return super.recover(agent, new RecoverRequest.Word(false, word.notOn(), word.keep()));
      }
    };
  }

  /** A domain that stays where it was is nobody's. */
  static Methods stayReleases() {
    return new Lies.Publishing(Methods.Setup.STAY) {
      @Override
      boolean published(AgentProcess agent, Generations honest, Generations.Generation next)
          throws FolderException {
        if (!next.text().contains("why=the migration")) {
          return honest.publish(next);
        }
        OwnerRecords records = new OwnerRecords(new WorldFolder(agent), Methods.RESOURCE);
        OwnerRecord.Subject subject =
            new OwnerRecord.Subject(Methods.RESOURCE, Methods.DOMAIN, SmallWorld.UUID);
        OwnerRecord.Origin origin = new OwnerRecord.Origin(agent.node().name(), "planted", "");
        return records.publish(
            records.find(), new OwnerRecord(subject, new Ownership.Nobody(), origin));
      }
    };
  }

  /** A failure to switch autostart off is not told. */
  static Methods autostartNotTold() {
    return new Methods() {
      @Override
      Messages messages(AgentProcess agent) {
        return new Messages(
            List.of(
                line -> {
                  if (line.severity() != Severity.WARNING) {
                    agent.said().add(line, false);
                  }
                }));
      }
    };
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
