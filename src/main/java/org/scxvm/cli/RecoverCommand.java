package org.scxvm.cli;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.PeerSettings;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import org.scxvm.recover.RecoverDomain;
import org.scxvm.recover.RecoverOutcome;
import org.scxvm.recover.RecoverRequest;
import org.scxvm.resource.NodeName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/** {@code recover}. */
final class RecoverCommand implements ResourceCommand {

  private static final String DRY_RUN = "--dry-run";
  private static final String NOT_ON = "--not-on";
  private static final String KEEP = "--keep";

  @Override
  public String name() {
    return "recover";
  }

  @Override
  public String description() {
    return "Settles a migration that was left behind, ends the second copy of a domain that runs"
        + " twice, and puts on record where the domain is: 0 if that is known now.";
  }

  @Override
  public Caller caller() {
    return Caller.WHO_ACTS;
  }

  @Override
  public List<OptionSpec> options() {
    ITypeConverter<NodeName> node = NodeOption::node;
    return List.of(
        OptionSpec.builder(DRY_RUN)
            .description("tell what would be done, and change nothing")
            .build(),
        OptionSpec.builder(NOT_ON)
            .type(NodeName[].class)
            .auxiliaryTypes(NodeName.class)
            .converters(node)
            .paramLabel("NODE")
            .description("your word that the domain does not run on that node, which is not asked")
            .build(),
        OptionSpec.builder(KEEP)
            .type(NodeName.class)
            .converters(node)
            .paramLabel("NODE")
            .description(
                "where it is to stay if it runs twice (usual is the owner on record), or if it is"
                    + " paused and no record names it")
            .build());
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    NodeName unset = null;
    NodeName[] notOn = call.words().matchedOptionValue(NOT_ON, new NodeName[0]);
    Set<NodeName> vacant = new LinkedHashSet<>(Arrays.asList(notOn));
    RecoverRequest request =
        new RecoverRequest(
            call.identity().resource(),
            call.settings().domain(),
            call.settings().connectUri(),
            PeerSettings.addresses(call.settings(), call.file().peers()),
            new RecoverRequest.Word(
                call.words().hasMatchedOption(DRY_RUN),
                vacant,
                Optional.ofNullable(call.words().matchedOptionValue(KEEP, unset))),
            call.limit());
    var files = call.files();
    return call.locked(
        name(),
        hypervisors -> {
          RecoverOutcome outcome =
              new RecoverDomain(hypervisors, call.cluster(), files, call.messages())
                  .recover(request);
          call.out().println(outcome);
          return outcome instanceof RecoverOutcome.Open ? ExitStatus.FAILURE : ExitStatus.SUCCESS;
        });
  }
}
