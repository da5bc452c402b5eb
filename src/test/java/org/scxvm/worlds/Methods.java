package org.scxvm.worlds;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.scxvm.cluster.Cluster;
import org.scxvm.definition.DomainFiles;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.SharedFolder;
import org.scxvm.hypervisor.DomainMoves;
import org.scxvm.hypervisor.DomainSurvey;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveSurvey;
import org.scxvm.hypervisor.NodeSurvey;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.hypervisor.noted.NotedHypervisors;
import org.scxvm.lastmove.LastMoves;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.noop.NoOpMarkers;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.PeerCheck;
import org.scxvm.recover.RecoverDomain;
import org.scxvm.recover.RecoverOutcome;
import org.scxvm.recover.RecoverRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.MigrationFailure;
import org.scxvm.resource.ResourceName;
import org.scxvm.start.StartDomain;
import org.scxvm.start.StartRequest;
import org.scxvm.stop.LogRequest;
import org.scxvm.stop.StopDomain;
import org.scxvm.stop.StopOutcome;
import org.scxvm.stop.StopRequest;
import org.scxvm.stop.SwitchSources;
import org.scxvm.time.Deadline;
import org.scxvm.time.MethodLimit;

/** The methods of the agent, connected to a small world. */
class Methods {

  static final Duration TIMEOUT = Duration.ofSeconds(100);

  static final ResourceName RESOURCE = new ResourceName(SmallWorld.RESOURCE);
  static final DomainName DOMAIN = new DomainName(SmallWorld.DOMAIN);
  private static final String LOCAL = "test://";
  private static final PeerAddresses PEERS =
      new PeerAddresses(
          "test://%n",
          Map.of(),
          Optional.empty(),
          new MoveRequest.Options("", false, false, OptionalLong.empty()));

  /** How the resource is set up. */
  enum Setup {
    USUAL(PeerCheck.AUTO, MigrationFailure.SHUTDOWN, FailoverType.NORMAL),
    REQUIRE(PeerCheck.REQUIRE, MigrationFailure.SHUTDOWN, FailoverType.NORMAL),
    TRUST(PeerCheck.TRUST_CLUSTER, MigrationFailure.SHUTDOWN, FailoverType.NORMAL),
    STAY(PeerCheck.AUTO, MigrationFailure.STAY, FailoverType.NORMAL),
    FETCH(PeerCheck.AUTO, MigrationFailure.SHUTDOWN, FailoverType.LIVE);

    private final PeerCheck peerCheck;
    private final MigrationFailure migrationFailure;
    private final FailoverType fetch;

    Setup(PeerCheck peerCheck, MigrationFailure migrationFailure, FailoverType fetch) {
      this.peerCheck = peerCheck;
      this.migrationFailure = migrationFailure;
      this.fetch = fetch;
    }

    /** How it is told in the name of a world; nothing where it is the usual one. */
    String suffix() {
      return this == USUAL ? "" : "+" + name();
    }

    /** The one in which that world was played. */
    static Setup of(String world) {
      String tale = world.substring(0, world.indexOf(':'));
      int plus = tale.indexOf('+');
      return plus < 0 ? USUAL : valueOf(tale.substring(plus + 1));
    }
  }

  private final Setup setup;

  Methods() {
    this(Setup.USUAL);
  }

  Methods(Setup setup) {
    this.setup = setup;
  }

  Setup setup() {
    return setup;
  }

  /** Whether it succeeded. */
  boolean start(AgentProcess agent) {
    return startDomain(agent).start(startRequest(agent)).succeeded();
  }

  /** Whether a domain that was migrated here was taken over. */
  boolean arrive(AgentProcess agent) {
    return startDomain(agent).arrive(startRequest(agent)).succeeded();
  }

  private StartDomain startDomain(AgentProcess agent) {
    return new StartDomain(
        hypervisors(agent),
        deadline -> cluster(agent, Optional.empty()),
        files(agent),
        messages(agent));
  }

  private StartRequest startRequest(AgentProcess agent) {
    return new StartRequest(
        RESOURCE, DOMAIN, uri(agent.node()), PEERS, setup.peerCheck, setup.fetch, limit(agent));
  }

  /** Whether it succeeded. */
  boolean stop(AgentProcess agent, Optional<Node> target) {
    return stopDomain(agent, target).stop(stopRequest(agent, setup.migrationFailure)).succeeded();
  }

  /** Whether the domain was migrated; the command line tells why it was not. */
  boolean migrate(AgentProcess agent, Node target) {
    StopOutcome outcome =
        stopDomain(agent, Optional.of(target)).migrate(stopRequest(agent, MigrationFailure.STAY));
    if (outcome instanceof StopOutcome.NotStopped failed) {
      messages(agent).say(AgentMessage.NOT_HANDED_OVER, DOMAIN, failed.reason());
    }
    return outcome.succeeded();
  }

  private StopRequest stopRequest(AgentProcess agent, MigrationFailure failure) {
    return new StopRequest(
        RESOURCE,
        DOMAIN,
        uri(agent.node()),
        FailoverType.LIVE,
        failure,
        ShutdownMode.USUAL,
        PEERS,
        new LogRequest("none", Optional.empty(), false, Optional.empty()),
        limit(agent));
  }

  private StopDomain stopDomain(AgentProcess agent, Optional<Node> target) {
    SwitchSources sources =
        new SwitchSources(
            deadline -> cluster(agent, target),
            (path, deadline) -> {
              throw new Violation("model", "the cluster has told the target");
            },
            (node, move, deadline) -> Optional.empty(),
            () -> false);
    return new StopDomain(hypervisors(agent), sources, files(agent), messages(agent));
  }

  /** Whether it succeeded. */
  boolean recover(AgentProcess agent, RecoverRequest.Word word) {
    RecoverRequest request =
        new RecoverRequest(RESOURCE, DOMAIN, uri(agent.node()), PEERS, word, limit(agent));
    RecoverOutcome outcome =
        new RecoverDomain(
                hypervisors(agent),
                deadline -> cluster(agent, Optional.empty()),
                files(agent),
                messages(agent))
            .recover(request);
    agent.world().say("    " + agent.name() + " prints: " + outcome);
    return !(outcome instanceof RecoverOutcome.Open);
  }

  private static MethodLimit limit(AgentProcess agent) {
    return new MethodLimit(agent, TIMEOUT, TIMEOUT);
  }

  private static String uri(Node node) {
    return LOCAL + node.name();
  }

  private DomainFiles files(AgentProcess agent) {
    SharedFolder folder = folder(agent);
    return new DomainFiles(
        new SavedDefinitions(folder, RESOURCE),
        new NoOpMarkers(folder, RESOURCE),
        new OwnerRecords(folder, RESOURCE),
        new LastMoves(until -> folder, RESOURCE));
  }

  /** The cluster that the agent is given. */
  Cluster cluster(AgentProcess agent, Optional<Node> target) {
    return new WorldCluster(agent, target).view();
  }

  /** Where the agent says something. */
  Messages messages(AgentProcess agent) {
    return agent.messages();
  }

  /** The shared folder that the agent is given. */
  SharedFolder folder(AgentProcess agent) {
    return new WorldFolder(agent);
  }

  private Hypervisors hypervisors(AgentProcess agent) {
    return new NotedHypervisors(
        uri -> hypervisor(agent, agent.world().node(uri)),
        uri(agent.node()),
        new OwnBootNote(agent));
  }

  /** The hypervisor of a node that the agent is given. */
  Hypervisor hypervisor(AgentProcess agent, Node at) {
    NodePorts ports = new NodePorts(agent, at, bootsPaused());
    return new Hypervisor(
        ports,
        ports,
        new DefinitionPorts(new LibvirtCalls(agent, at)),
        moves(agent, at),
        unasked(DomainSurvey.class),
        unasked(MoveSurvey.class),
        unasked(NodeSurvey.class));
  }

  /** Whether a booted domain waits before its first step. */
  boolean bootsPaused() {
    return true;
  }

  /** Whether a migrated domain waits when it arrives. */
  boolean arrivesPaused() {
    return true;
  }

  /** The moves from a node that the agent is given. */
  DomainMoves moves(AgentProcess agent, Node source) {
    return (domain, request, deadline, last) -> moved(agent, source, request, deadline);
  }

  private MoveEnd moved(AgentProcess agent, Node source, MoveRequest request, Deadline deadline) {
    Node target = agent.world().node(request.peerUri());
    try {
      return (MoveEnd)
          agent.call(
              new AgentProcess.Call(
                  CallKind.MOVE, "move to " + target.name(), List.of(source, target)),
              way -> new Moving(agent, source, target, arrivesPaused()).go(way, deadline));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A port that nobody asks here. */
  /** A port that no method of these worlds uses. */
  static <T> T unasked(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, asked, words) -> {
              if (asked.getName().equals("equals")) {
                return proxy == words[0];
              }
              throw new Violation("model", asked.getName() + " is not in this world");
            }));
  }
}
