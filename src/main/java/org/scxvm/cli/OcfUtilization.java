package org.scxvm.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceView;
import org.scxvm.config.SettingException;
import org.scxvm.config.Switch;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainSize;
import org.scxvm.definition.DomainXml;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveSurvey;
import org.scxvm.message.AgentMessage;
import org.scxvm.time.Deadline;
import org.scxvm.utilization.PublishUtilization;

/**
 * The utilization of the resource, as far as the parameters of VirtualDomain ask for it; by default
 * nothing is written. A recurring monitor leaves it alone.
 */
record OcfUtilization(MethodCall call) {

  private static final String CPU = "cpu";
  private static final List<String> ATTRIBUTES = List.of(CPU, "host_memory", "hv_memory");

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Has what is wanted of it written. */
  void publish() {
    Deadline deadline = call.limit().answer().within(LIMIT);
    try {
      Map<String, Boolean> wishes = wishes(deadline);
      if (!wishes.isEmpty()) {
        publish(wishes, deadline);
      }
    } catch (HypervisorException | DefinitionException | ClusterException | SettingException e) {
      call.messages()
          .sayWithCause(
              AgentMessage.UTILIZATION_NOT_SET,
              String.valueOf(e.getMessage()),
              String.join(", ", ATTRIBUTES),
              call.identity().resource());
    }
  }

  /** Attribute, and whether it is to be written or taken away. */
  private Map<String, Boolean> wishes(Deadline deadline) throws ClusterException {
    ResourceView resource = call.cluster().apply(deadline).resource();
    Map<String, Boolean> wishes = new TreeMap<>();
    for (String attribute : ATTRIBUTES) {
      if (isSet(resource, "Autoset_utilization_" + attribute)) {
        wishes.put(attribute, true);
      } else if (isSet(resource, "Unset_utilization_" + attribute)) {
        wishes.put(attribute, false);
      }
    }
    return wishes;
  }

  private void publish(Map<String, Boolean> wishes, Deadline deadline)
      throws SettingException, ClusterException, HypervisorException, DefinitionException {
    DomainSize size = size(deadline);
    Map<String, Optional<Long>> wanted = new TreeMap<>();
    wishes.forEach(
        (attribute, set) ->
            wanted.put(
                attribute,
                Optional.of(attribute.equals(CPU) ? size.cpus() : size.memory())
                    .filter(it -> set)));
    new PublishUtilization(call.identity().resource(), call.adapters().commands(), call.messages())
        .publish(wanted, deadline);
  }

  private DomainSize size(Deadline deadline)
      throws SettingException, ClusterException, HypervisorException, DefinitionException {
    MoveSurvey survey = call.adapters().hypervisors().at(call.settings().connectUri()).moveSurvey();
    return DomainSize.of(DomainXml.parse(survey.describeNow(call.settings().domain(), deadline)));
  }

  private static boolean isSet(ResourceView resource, String parameter) throws ClusterException {
    return resource.extension(parameter).filter(Switch::isTrueForResourceAgents).isPresent();
  }
}
