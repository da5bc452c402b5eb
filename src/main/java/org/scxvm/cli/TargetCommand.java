package org.scxvm.cli;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.NodeName;
import org.scxvm.stop.ForeseeStop;
import org.scxvm.stop.LogRequest;
import org.scxvm.stop.StopRequest;
import org.scxvm.switchover.CommandLogParser;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** {@code target}. It never waits for another method of the resource. */
final class TargetCommand implements ResourceCommand {

  private static final String NOW = "--now";

  @Override
  public String name() {
    return "target";
  }

  @Override
  public String description() {
    return "Tells to which node a Stop would migrate the domain now: the node and 0, or why not"
        + " and 1. With --commandlog that log is asked, whatever the cluster says.";
  }

  @Override
  public Caller caller() {
    return Caller.WHO_ASKS;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.builder(NOW)
            .type(LocalDateTime.class)
            .converters(TargetCommand::moment)
            .paramLabel("MOMENT")
            .description(
                "ask the command log as if it were then: \"MM/DD/YYYY hh:mm:ss\", local time")
            .build());
  }

  private static LocalDateTime moment(String text) {
    return CommandLogParser.time(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + text + "\" is no moment: expected MM/DD/YYYY hh:mm:ss"));
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException {
    FailoverType type = call.settings().failoverType();
    LogRequest asInStop = StopCallback.log(call);
    boolean isLogGiven = call.words().hasMatchedOption(Setting.COMMAND_LOG.option().orElseThrow());
    LocalDateTime unset = null;
    LogRequest log =
        new LogRequest(
            asInStop.path(),
            asInStop.zone(),
            isLogGiven || call.words().hasMatchedOption(NOW), // the cluster knows only the present
            Optional.ofNullable(call.words().matchedOptionValue(NOW, unset)));
    StopRequest request = StopCallback.request(call, type, log);
    ForeseeStop foresee =
        new ForeseeStop(call.adapters().hypervisors(), StopCallback.sources(call), call.messages());
    Optional<NodeName> target = foresee.target(request);
    target.ifPresent(node -> call.out().println(node));
    return target.isPresent() ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
  }
}
