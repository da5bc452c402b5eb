package org.scxvm.worlds;

import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.SharedFolder;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Agents that are lied to. */
final class Lies {

  private Lies() {}

  static Hypervisor with(Hypervisor honest, DomainSight sight) {
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
  abstract static class Seeing extends Methods {
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
  interface Look {
    Sighting at(DomainName domain, Deadline deadline);
  }

  record Looking(DomainSight honest, Look look) implements DomainSight {
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
  abstract static class Publishing extends Methods {
    Publishing() {
      this(Setup.USUAL);
    }

    Publishing(Setup setup) {
      super(setup);
    }

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
}
