package org.scxvm.cli;

import java.util.List;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.status.DescribeRequest;
import org.scxvm.status.DescribeResource;
import org.scxvm.status.Report;
import picocli.CommandLine.Model.OptionSpec;

/** {@code status}: what is known about a resource here, for a person or a monitoring system. */
final class StatusCommand implements ResourceCommand {

  private static final String JSON = "--json";

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String description() {
    return "Shows state, marker, definition and settings: 0 fine, 1 something needs a look.";
  }

  @Override
  public Caller caller() {
    return Caller.WHO_ASKS;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.builder(JSON).type(boolean.class).description("as one JSON object").build());
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException {
    DescribeRequest request =
        new DescribeRequest(
            call.identity(),
            call.settings().domain(),
            call.settings().connectUri(),
            call.files(),
            call.state().apply(call.limit().answer()),
            call.settings(),
            call.limit());
    Report report =
        new DescribeResource(call.adapters().hypervisors(), call.cluster()).describe(request);
    boolean json = call.words().matchedOptionValue(JSON, false);
    call.out().print(json ? ReportForm.json(report) : ReportForm.text(report));
    return report.isFine() ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
  }
}
