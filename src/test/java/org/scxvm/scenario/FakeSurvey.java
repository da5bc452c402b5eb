package org.scxvm.scenario;

import java.util.HashSet;
import java.util.Set;
import org.scxvm.hypervisor.CpuRequest;
import org.scxvm.hypervisor.DomainSurvey;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/**
 * What else the libvirt of a simulated node knows.
 *
 * <pre>
 * snapshots here = 2
 * cpu here = lacking
 * inactive here = default     a network or a pool; can be given several times
 * </pre>
 */
final class FakeSurvey implements DomainSurvey {

  private final FakeNode node;
  private final Set<String> inactive = new HashSet<>();
  private int snapshots;
  private boolean cpuIsLacking;

  FakeSurvey(FakeNode node) {
    this.node = node;
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "snapshots" -> snapshots = Integer.parseInt(value);
      case "cpu" -> cpuIsLacking = value.equals("lacking");
      case "inactive" -> inactive.add(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public void reach(Deadline deadline) throws HypervisorException {
    node.calls().make("reach", deadline, () -> {});
  }

  @Override
  public boolean hasAutostart(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls().make("autostart flag", deadline, () -> node.domain().mustBeKnown());
    return node.domain().hasAutostart();
  }

  @Override
  public int snapshots(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls().make("snapshots", deadline, () -> node.domain().mustBeKnown());
    return snapshots;
  }

  @Override
  public boolean hasCpu(CpuRequest cpu, Deadline deadline) throws HypervisorException {
    node.calls().make("compare CPU", deadline, () -> {});
    return !cpuIsLacking;
  }

  @Override
  public boolean hasActiveNetwork(String name, Deadline deadline) throws HypervisorException {
    node.calls().make("network", deadline, () -> {});
    return !inactive.contains(name);
  }

  @Override
  public boolean hasActivePool(String name, Deadline deadline) throws HypervisorException {
    node.calls().make("pool", deadline, () -> {});
    return !inactive.contains(name);
  }
}
