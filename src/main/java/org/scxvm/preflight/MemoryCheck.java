package org.scxvm.preflight;

import java.util.Optional;
import org.scxvm.definition.DomainNeeds;
import org.scxvm.host.HostException;
import org.scxvm.host.HugePages;
import org.scxvm.hypervisor.NodeMemory;
import org.scxvm.message.PreflightMessage;

/** The memory of the domain against that of the other node. */
final class MemoryCheck {

  private static final long KIB_PER_MIB = 1024;

  private final Checking checking;

  MemoryCheck(Checking checking) {
    this.checking = checking;
  }

  void check(DomainNeeds.Memory need) {
    if (need.hugePageSize().isPresent()) {
      pageSize(need.hugePageSize().get()).ifPresent(size -> checkPages(need, size));
      return;
    }
    checking
        .there()
        .ask("memory", (it, until) -> it.nodeSurvey().memory(until))
        .ifPresent(memory -> judge(need, memory));
  }

  /** Which size is the default only a node itself tells: that of this one is taken. */
  private Optional<Long> pageSize(long size) {
    if (size > 0) {
      return Optional.of(size);
    }
    try {
      return checking.ports().host().hugePages(size, checking.call()).map(HugePages::sizeKib);
    } catch (HostException e) {
      checking.notChecked("huge pages", e.words());
      return Optional.empty();
    }
  }

  private void checkPages(DomainNeeds.Memory need, long size) {
    long wanted = (need.most() + size - 1) / size;
    checking
        .there()
        .ask("huge pages", (it, until) -> it.nodeSurvey().freePages(size, until))
        .filter(free -> free < wanted)
        .ifPresent(
            free ->
                checking
                    .findings()
                    .add(
                        PreflightMessage.FEW_HUGE_PAGES_THERE,
                        checking.domain(),
                        wanted,
                        size,
                        checking.target(),
                        free));
  }

  private void judge(DomainNeeds.Memory need, NodeMemory memory) {
    long wanted = need.atOnce() ? need.most() : need.usual();
    if (need.atOnce() && wanted > memory.total()) {
      tell(PreflightMessage.NO_MEMORY_THERE, wanted, memory.total());
    } else if (wanted > memory.available()) {
      tell(PreflightMessage.LITTLE_MEMORY_THERE, wanted, memory.available());
    }
  }

  private void tell(PreflightMessage message, long wanted, long had) {
    checking
        .findings()
        .add(
            message, checking.domain(), wanted / KIB_PER_MIB, checking.target(), had / KIB_PER_MIB);
  }
}
