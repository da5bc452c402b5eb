package org.scxvm.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.PeerSettings;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.config.SettingSource;
import org.scxvm.config.Settings;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Health;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.placement.CheckPlacement;
import org.scxvm.placement.PlacementOutcome;
import org.scxvm.placement.PlacementRequest;
import org.scxvm.preflight.CheckMove;
import org.scxvm.preflight.Preflight;
import org.scxvm.preflight.PreflightOutcome;
import org.scxvm.preflight.PreflightRequest;
import org.scxvm.probe.ProbeDomain;
import org.scxvm.probe.ProbeRequest;
import org.scxvm.recover.RecoverDomain;
import org.scxvm.recover.RecoverOutcome;
import org.scxvm.recover.RecoverRequest;
import org.scxvm.start.StartDomain;
import org.scxvm.start.StartOutcome;
import org.scxvm.start.StartRequest;
import org.scxvm.stop.LogRequest;
import org.scxvm.stop.StopDomain;
import org.scxvm.stop.StopOutcome;
import org.scxvm.stop.StopRequest;
import org.scxvm.time.Deadline;
import org.scxvm.validate.ValidateOutcome;
import org.scxvm.validate.ValidateRequest;
import org.scxvm.validate.ValidateResource;

/**
 * One method in one simulated world, played to its end. Whatever the story is, the invariants that
 * can be seen from outside are held against its end.
 */
public final class Scenario {

  private final String method;
  private final World world;

  private Scenario(String method, World world) {
    this.method = method;
    this.world = world;
  }

  /**
   * A scenario that is ready to be played.
   *
   * @param method {@code start}, {@code stop}, {@code probe}, {@code validate}, {@code
   *     monitor_check} or {@code preflight}
   * @param given the first half of its text
   */
  public static Scenario of(String method, String given) {
    return new Scenario(method, World.of(Given.parse(given)));
  }

  /** Plays it; returns what was said and done, and what came of it. */
  public String play() {
    switch (method) {
      case "start" -> start();
      case "stop" -> stop();
      case "recover" -> recover();
      case "probe" -> probe();
      case "validate" -> validate();
      case "monitor_check" -> monitorCheck();
      case "preflight" -> preflight();
      default -> throw new IllegalArgumentException("no method: " + method);
    }
    check(world.unheard().isEmpty(), "given, but it never came true: " + world.unheard());
    check(
        world.time().sinceStart().compareTo(world.limit().usable()) <= 0,
        "I3: the method has outlived its timeout");
    return world.story().text();
  }

  private void start() {
    StartDomain start = new StartDomain(world, this::cluster, world.files(), world.messages());
    StartOutcome outcome =
        start.start(
            new StartRequest(
                World.RESOURCE,
                FakeDomain.NAME,
                World.URI,
                world.peers(),
                world.peerCheck(),
                world.fetch(),
                world.limit()));
    end(outcome, outcome.succeeded());
    boolean here =
        world.here().domain().is(Activity.RUNNING)
            || world.here().domain().is(Activity.PAUSED_BY_USER);
    check(here || !outcome.succeeded(), "Start succeeds and the domain is not here");
  }

  private void stop() {
    world.guardFolder();
    StopDomain stop = new StopDomain(world, world.sources(), world.files(), world.messages());
    StopOutcome outcome =
        stop.stop(
            new StopRequest(
                World.RESOURCE,
                FakeDomain.NAME,
                World.URI,
                world.failoverType(),
                world.migrationFailure(),
                ShutdownMode.USUAL,
                world.peers(),
                new LogRequest("commandlog", Optional.empty(), false, Optional.empty()),
                world.limit()));
    end(outcome, outcome.succeeded());
    if (outcome.succeeded()) {
      boolean there = world.hasCopyThere();
      check(!world.here().domain().isActive(), "I1: Stop succeeds and the domain is active here");
      check(
          there || !(outcome instanceof StopOutcome.HandedOver),
          "Stop hands over a domain that is not there");
      check(
          !there || world.folder().points(World.PEER),
          "I1: Stop succeeds and no record names the copy there");
      check(
          !there || !world.hasSourceRunOn(),
          "I1: the memory of the copy that is handed over is older than the disk");
    }
  }

  private void recover() {
    RecoverDomain recover =
        new RecoverDomain(world, this::cluster, world.files(), world.messages());
    RecoverRequest.Word word = world.word();
    RecoverOutcome outcome =
        recover.recover(
            new RecoverRequest(
                World.RESOURCE, FakeDomain.NAME, World.URI, world.peers(), word, world.limit()));
    end(outcome, true);
    check(!word.dryRun() || !world.hasActed(), "a dry run only looks");
    check(
        outcome instanceof RecoverOutcome.Open
            || word.dryRun()
            || !(world.here().writes() && world.there().writes()),
        "recover has ended and two copies run");
  }

  private void probe() {
    ProbeDomain probe = new ProbeDomain(world, this::cluster, world.messages());
    Health health =
        probe.probe(new ProbeRequest(World.RESOURCE, FakeDomain.NAME, World.URI, world.limit()));
    end(health, health != Health.UNKNOWN);
    check(!world.hasActed(), "a probe only looks");
  }

  private void validate() {
    ValidateResource validate =
        new ValidateResource(world, this::cluster, world.folder(), world.host(), world.messages());
    ValidateOutcome outcome =
        validate.validate(
            new ValidateRequest(
                World.RESOURCE,
                new Settings(List.of(new SettingSource("story", this::property))),
                Map.of(),
                world.limit()));
    end(outcome, outcome.succeeded());
    check(!world.hasActed(), "a Validate only looks");
  }

  private void monitorCheck() {
    CheckPlacement placement =
        new CheckPlacement(world, this::cluster, world.folder(), world.host(), world.messages());
    PlacementOutcome outcome =
        placement.check(
            new PlacementRequest(
                World.RESOURCE,
                FakeDomain.NAME,
                FakeFolder.PATH,
                World.URI,
                world.failoverType().migrates(),
                world.limit()));
    end(outcome, outcome.succeeded());
    check(!world.hasActed(), "a Monitor_check only looks");
  }

  private void preflight() {
    Settings settings = new Settings(List.of(new SettingSource("story", this::property)));
    CheckMove checkMove = new CheckMove(world, world.host(), world.host());
    PreflightOutcome outcome;
    try {
      outcome =
          new Preflight(checkMove, this::cluster, world.messages())
              .check(
                  new PreflightRequest(
                      World.RESOURCE,
                      FakeDomain.NAME,
                      World.URI,
                      world.preflightTo(),
                      settings.failoverType(),
                      PeerSettings.withOptions(
                          PeerSettings.addresses(settings, Map.of()), settings),
                      world.limit()));
    } catch (SettingException | ClusterException e) {
      throw new AssertionError("the command line hears of it before", e);
    }
    end(outcome, outcome.succeeded());
    check(!world.hasActed(), "a preflight only looks");
  }

  /** The property of the resource, which has a usual domain and folder. */
  private Optional<String> property(Setting setting) throws ClusterException {
    Optional<String> usual =
        switch (setting) {
          case DOMAIN -> Optional.of(FakeDomain.NAME.value());
          case DOMAIN_PATHNAME -> Optional.of(FakeFolder.PATH);
          default -> Optional.empty();
        };
    Optional<String> name = setting.property();
    return name.isEmpty()
        ? usual
        : cluster(world.limit().answer()).resource().extension(name.get()).or(() -> usual);
  }

  private void end(Object outcome, boolean succeeded) {
    String domains =
        "here %s, there %s; files: %s"
            .formatted(world.here().domain(), world.there().domain(), world.folder().names());
    world.story().add("end", domains);
    world.story().add("outcome", outcome.toString());
    check(succeeded || world.story().has("error"), "I5: a failure without an error message");
  }

  private Cluster cluster(Deadline deadline) {
    return world.cluster().of(world.identity(), deadline);
  }

  private void check(boolean holds, String words) {
    if (!holds) {
      throw new AssertionError(words + "\n" + world.story().text());
    }
  }
}
