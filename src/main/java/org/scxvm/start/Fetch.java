package org.scxvm.start;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.NodeView;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.Begun;
import org.scxvm.settle.MoveOnRecord;
import org.scxvm.settle.MovedDefinition;
import org.scxvm.settle.OwnerLedger;
import org.scxvm.settle.Route;
import org.scxvm.settle.Settled;
import org.scxvm.settle.TellMove;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the domain here that runs on another node, where the cluster does not have its group. */
final class Fetch {

  private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);

  private final Starting starting;
  private final OwnerLedger ledger;
  private final FetchBudget budget;

  Fetch(Starting starting, OwnerLedger ledger) {
    this.starting = starting;
    this.ledger = ledger;
    this.budget = FetchBudget.of(starting.request().limit());
  }

  /**
   * Fetches the domain if that is wanted and nothing speaks against it.
   *
   * @param seen the last look: it is down here
   * @return what came of it; empty if nothing was tried, so that whoever boots asks all nodes and
   *     says what they say
   */
  Optional<Effect> attempt(Sighting seen) {
    if (!type().migrates()) {
      return Optional.empty();
    }
    String uuid = seen.answer().knownUuid().orElse("");
    try {
      Optional<FindSource.Source> source = new FindSource(starting, ledger).find(uuid);
      return source.isPresent() ? attempt(source.get(), uuid) : Optional.empty();
    } catch (ClusterException | FolderException e) {
      LOG.debug("not looked for: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Effect> attempt(FindSource.Source source, String uuid) {
    if (source.objection().isPresent()) {
      return notTried(source.node(), source.objection().get());
    }
    if (budget.migration().hasPassed()) {
      return notTried(source.node(), "there is no time left for it");
    }
    try {
      return begin(source, uuid);
    } catch (ClusterException | FolderException e) {
      return notTried(source.node(), String.valueOf(e.getMessage()));
    }
  }

  /** Before anything is sent it is on record: what fails until then has left nothing behind. */
  private Optional<Effect> begin(FindSource.Source source, String uuid)
      throws ClusterException, FolderException {
    NodeView nodes = starting.cluster().apply(starting.call()).nodes();
    NodeName here = nodes.thisNode();
    Ownership.Move move = new Ownership.Move(source.node(), here, false);
    Route route = Route.of(move, uuid, starting.places(), starting.call());
    Begun planned = Begun.of(route, ledger, starting.messages());
    MoveRequest request = request(here, nodes.privateHostOf(here));
    OwnerRecord.Subject subject =
        new OwnerRecord.Subject(starting.request().resource(), domain(), uuid);
    MoveOnRecord record = new MoveOnRecord(ledger, subject, move, here, starting.messages());
    return record.begin()
        ? Optional.of(fetch(planned, record, request))
        : notTried(source.node(), "its owner was changed meanwhile");
  }

  private MoveRequest request(NodeName here, Optional<String> privateHost) {
    boolean live = type() == FailoverType.LIVE;
    return starting
        .request()
        .peers()
        .toHere(here, privateHost, live, starting.request().connectUri())
        .watchedBy(new TellMove(domain(), starting.messages()));
  }

  private Effect fetch(Begun planned, MoveOnRecord record, MoveRequest request) {
    NodeName source = planned.move().source();
    starting.messages().say(AgentMessage.FETCHED, domain(), source, type().participle());
    MoveEnd end =
        planned
            .source()
            .hypervisor()
            .moves()
            .move(domain(), request, budget.migration(), budget.cancelled());
    LOG.debug("fetch of {} from {}: {}", domain(), source, end);
    end.trouble().ifPresent(words -> notFetched(source, words));
    if (!end.hasBegun()) {
      record.keeps("the migration did not begin");
      return stays(planned);
    }
    return settle(planned.ended(end, budget.truth().time().sinceStart()), record);
  }

  private Effect settle(Begun begun, MoveOnRecord record) {
    Settled settled = begun.settle(budget.truth());
    if (settled instanceof Settled.AtTarget arrived) {
      return arrived(begun, record, arrived);
    }
    if (settled instanceof Settled.AtSource) {
      record.keeps("the migration has failed");
      return stays(begun);
    }
    if (settled instanceof Settled.Gone) {
      record.gone("it went off while it was fetched");
      return Effect.failed("it went off while it was fetched");
    }
    if (settled instanceof Settled.Overtaken) {
      return Effect.failed("the migration was settled by another node: " + ledger.last());
    }
    String reason = ((Settled.Open) settled).reason();
    starting
        .messages()
        .sayWithCause(AgentMessage.COPY_NOT_RULED_OUT, reason, domain(), "both nodes");
    return Effect.failed("a migration is not settled: " + reason);
  }

  /** The next look finds it here; that it has come by a migration is on record. */
  private Effect arrived(Begun begun, MoveOnRecord record, Settled.AtTarget arrived) {
    if (arrived.waits(begun.move())) {
      return Effect.failed("its copy here waits to be let go on");
    }
    boolean noted = record.arrived("the migration is settled, the copy is " + arrived.copy());
    starting
        .messages()
        .say(AncestorMessage.MOVED, domain(), type().participle(), begun.move().target());
    begun
        .downtime()
        .ifPresent(
            downtime ->
                starting.messages().say(AgentMessage.DOWNTIME, domain(), downtime.toMillis()));
    MovedDefinition definition =
        new MovedDefinition(
            starting.request().resource(),
            begun,
            starting.files().definitions(),
            starting.messages());
    if (definition.save(starting.answer()) && noted) {
      definition.giveUp(starting.answer());
    }
    return Effect.TAKEN;
  }

  private Effect stays(Begun begun) {
    return Effect.failed(
        Others.elsewhere(
            starting,
            begun.move().source(),
            begun.source().look(starting.call().within(Others.SHORT_LIMIT))));
  }

  private Optional<Effect> notTried(NodeName source, String reason) {
    notFetched(source, reason);
    return Optional.empty();
  }

  private void notFetched(NodeName source, String reason) {
    starting.messages().sayWithCause(AgentMessage.NOT_FETCHED, reason, domain(), source);
  }

  private FailoverType type() {
    return starting.request().fetch();
  }

  private DomainName domain() {
    return starting.domain();
  }
}
