package org.scxvm.placement;

import java.util.Optional;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainNeeds;
import org.scxvm.definition.DomainXml;
import org.scxvm.host.Host;
import org.scxvm.host.HostException;
import org.scxvm.host.HostMemory;
import org.scxvm.host.HugePages;
import org.scxvm.hypervisor.CpuRequest;
import org.scxvm.hypervisor.DomainSurvey;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.message.FindingMessage;
import org.scxvm.message.Findings;
import org.scxvm.message.PlacementMessage;
import org.scxvm.resource.DomainName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds what a definition needs against what this node has. */
final class NeedCheck {

  private static final Logger LOG = LoggerFactory.getLogger(NeedCheck.class);

  private static final int KIB_PER_MIB = 1024;

  /** Other hypervisors give their domains memory that this system does not see. */
  private static final String QEMU = "qemu:";

  private static final String BRIDGES = "/sys/class/net/";

  private final Placing placing;
  private final Findings findings;
  private final DomainName domain;
  private final DomainSurvey survey;
  private final Host host;

  NeedCheck(Placing placing) {
    this.placing = placing;
    this.findings = placing.findings();
    this.domain = placing.domain();
    this.survey = placing.here().survey();
    this.host = placing.ports().host();
  }

  void check(DomainXml definition) {
    DomainNeeds needs;
    try {
      needs = DomainNeeds.of(definition);
    } catch (DefinitionException e) {
      notChecked("definition", e.words());
      return;
    }
    ask("CPU", () -> checkCpu(needs));
    ask("networks", () -> checkNetworks(needs));
    ask("storage pools", () -> checkPools(needs));
    if (isHere(placing.request().connectUri())) {
      ask("disks", () -> checkDisks(needs));
      ask("bridges", () -> checkBridges(needs));
    }
    if (placing.request().connectUri().startsWith(QEMU)) {
      ask("memory", () -> checkMemory(needs.memory()));
    }
  }

  /** A URI without the name of another machine. */
  private static boolean isHere(String uri) {
    return uri.contains(":///");
  }

  /** A look that may fail. */
  private interface Look {
    void make() throws HypervisorException, HostException;
  }

  /** What cannot be told is no reason to stay away. */
  private void ask(String what, Look look) {
    try {
      look.make();
    } catch (HostException e) {
      notChecked(what, e.words());
    } catch (HypervisorException e) {
      if (e.fault() == Fault.UNSUPPORTED) {
        LOG.debug("{} of {}: {}", what, domain, e.words());
      } else {
        notChecked(what, e.words());
      }
    }
  }

  private void notChecked(String what, String cause) {
    findings.addWithCause(FindingMessage.NOT_CHECKED, cause, domain, what);
  }

  /**
   * Never a no: libvirt compares with the CPU that it reports for this node, and starts domains
   * with other ones, too.
   */
  private void checkCpu(DomainNeeds needs) throws HypervisorException {
    if (needs.cpu().isEmpty()) {
      return;
    }
    DomainNeeds.Cpu cpu = needs.cpu().get();
    CpuRequest wanted = new CpuRequest(cpu.virtType(), cpu.arch(), cpu.machine(), cpu.xml());
    if (!survey.hasCpu(wanted, placing.call())) {
      findings.add(PlacementMessage.CPU_DOUBTFUL, domain);
    }
  }

  private void checkNetworks(DomainNeeds needs) throws HypervisorException {
    for (String network : needs.networks()) {
      if (!survey.hasActiveNetwork(network, placing.call())) {
        findings.add(PlacementMessage.NETWORK_INACTIVE, network, domain);
      }
    }
  }

  /** As for disks. */
  private void checkPools(DomainNeeds needs) throws HypervisorException {
    PlacementMessage message =
        placing.request().migrates()
            ? PlacementMessage.POOL_INACTIVE
            : PlacementMessage.POOL_NOT_YET;
    for (String pool : needs.pools()) {
      if (!survey.hasActivePool(pool, placing.call())) {
        findings.add(message, pool, domain);
      }
    }
  }

  /** Without a migration the group may bring its storage along before the domain is started. */
  private void checkDisks(DomainNeeds needs) throws HostException {
    PlacementMessage message =
        placing.request().migrates()
            ? PlacementMessage.DISK_MISSING
            : PlacementMessage.DISK_NOT_YET;
    for (DomainNeeds.Disk disk : needs.disks()) {
      if (host.isMissing(disk.path(), placing.call())) {
        findings.add(message, disk.path(), domain);
      }
    }
  }

  private void checkBridges(DomainNeeds needs) throws HostException {
    for (String bridge : needs.bridges()) {
      // Where there is no such folder at all, bridges are not listed there.
      if (!host.isMissing(BRIDGES, placing.call())
          && host.isMissing(BRIDGES + bridge, placing.call())) {
        findings.add(PlacementMessage.BRIDGE_MISSING, bridge, domain);
      }
    }
  }

  private void checkMemory(DomainNeeds.Memory need) throws HostException {
    Optional<Long> pageSize = need.hugePageSize();
    // Pages of the ordinary size are no huge pages for libvirt either.
    if (pageSize.isPresent() && pageSize.get() != host.pageSize(placing.call())) {
      checkHugePages(need, pageSize.get());
      return;
    }
    Optional<HostMemory> memory = host.memory(placing.call());
    if (memory.isEmpty()) {
      return;
    }
    long wanted = MemoryVerdict.wanted(need) / KIB_PER_MIB;
    switch (MemoryVerdict.of(need, memory.get())) {
      case TOO_MUCH -> {
        long most = MemoryVerdict.most(memory.get()) / KIB_PER_MIB;
        findings.add(PlacementMessage.NO_MEMORY, domain, wanted, most);
      }
      case TIGHT -> {
        long available = memory.get().available() / KIB_PER_MIB;
        findings.add(PlacementMessage.LITTLE_MEMORY, domain, wanted, available);
      }
      case FITS -> LOG.debug("{} MiB fit", wanted);
    }
  }

  private void checkHugePages(DomainNeeds.Memory need, long wantedSize) throws HostException {
    Optional<HugePages> pages = host.hugePages(wantedSize, placing.call());
    if (pages.isEmpty()) {
      return;
    }
    long size = pages.get().sizeKib();
    long wanted = (need.most() + size - 1) / size;
    if (wanted > pages.get().obtainable()) {
      findings.add(PlacementMessage.NO_HUGE_PAGES, domain, wanted, size, pages.get().obtainable());
    }
  }
}
