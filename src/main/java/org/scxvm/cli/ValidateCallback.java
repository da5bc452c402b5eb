package org.scxvm.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.Proposal;
import org.scxvm.cluster.ProposedClusters;
import org.scxvm.config.SettingException;
import org.scxvm.validate.ValidateRequest;
import org.scxvm.validate.ValidateResource;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code validate}. It never waits for another method of the resource, and changes nothing. */
final class ValidateCallback implements ProposalCommand {

  private static final String CREATE = "-c";
  private static final String UPDATE = "-u";

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String description() {
    return "Judges the properties of the resource, proposed ones included, and this node.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        flag(CREATE, "the resource is about to be created"),
        flag(UPDATE, "the resource or its group is about to be changed"),
        values("-r", "NAME=VALUE", "a proposed property that the cluster defines"),
        values("-x", "NAME=VALUE", "a proposed extension property"),
        values("-X", "NAME{NODEID}=VALUE", "a proposed extension property of one node"),
        values("-g", "NAME=VALUE", "a proposed property of the resource group"));
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  private static OptionSpec values(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  @Override
  public UnaryOperator<Clusters> view(ParseResult words) {
    boolean creates = words.hasMatchedOption(CREATE);
    if (creates == words.hasMatchedOption(UPDATE)) {
      throw new IllegalArgumentException("expected exactly one of -c and -u");
    }
    Proposal proposal =
        Proposal.of(
            creates,
            given(words, "-r"),
            given(words, "-x"),
            given(words, "-X"),
            given(words, "-g"));
    return clusters -> new ProposedClusters(clusters, proposal);
  }

  private static List<String> given(ParseResult words, String option) {
    List<String> none = List.of();
    return words.matchedOptionValue(option, none);
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException {
    ValidateResource validate =
        new ValidateResource(
            call.adapters().hypervisors(),
            call.cluster(),
            call.adapters().folders(),
            call.adapters().host(),
            call.messages());
    ValidateRequest request =
        new ValidateRequest(
            call.identity().resource(), call.settings(), call.file().peers(), call.limit());
    return validate.validate(request).succeeded() ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
  }
}
