package org.scxvm.cli;

import java.util.List;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.PeerSettings;
import org.scxvm.config.SettingException;
import org.scxvm.message.AgentMessage;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.preflight.Preflight;
import org.scxvm.preflight.PreflightRequest;
import org.scxvm.resource.NodeName;
import picocli.CommandLine.Model.OptionSpec;

/** {@code preflight}: the dry run of a migration. It never waits for another method. */
final class PreflightCommand implements ResourceCommand {

  private static final String TO = "--to";

  @Override
  public String name() {
    return "preflight";
  }

  @Override
  public String description() {
    return "Tells all that hinders a live migration of the domain from here to a node, and changes"
        + " nothing: 0 nothing known (there may be warnings), 1 it would fail.";
  }

  @Override
  public Caller caller() {
    return Caller.WHO_ASKS;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.builder(TO)
            .type(NodeName.class)
            .converters(NodeOption::node)
            .paramLabel("NODE")
            .description("the node to which the domain would go")
            .required(true)
            .build());
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException {
    boolean usable = true;
    PeerAddresses peers = PeerSettings.addresses(call.settings(), call.file().peers());
    try {
      peers = PeerSettings.withOptions(peers, call.settings());
    } catch (SettingException e) {
      call.messages().say(AgentMessage.WRONG_SETTING, e.words()); // one finding among others
      usable = false;
    }
    NodeName target = call.words().matchedOption(TO).getValue();
    boolean possible =
        new Preflight(PreflightInStop.checkMove(call), call.cluster(), call.messages())
            .check(
                new PreflightRequest(
                    call.identity().resource(),
                    call.settings().domain(),
                    call.settings().connectUri(),
                    target,
                    call.settings().failoverType(),
                    peers,
                    call.limit()))
            .succeeded();
    return usable && possible ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
  }
}
