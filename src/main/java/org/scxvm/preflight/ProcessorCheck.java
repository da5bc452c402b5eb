package org.scxvm.preflight;

import java.util.Optional;
import java.util.Set;
import org.scxvm.definition.DomainNeeds;
import org.scxvm.definition.MoveNeeds;
import org.scxvm.hypervisor.CpuRequest;
import org.scxvm.hypervisor.Platform;
import org.scxvm.message.PreflightMessage;

/** The machine of the domain and its CPU, against what the other node can give. */
final class ProcessorCheck {

  /** Modes in which the guest sees what this node has. */
  private static final Set<String> TIED = Set.of("host-passthrough", "maximum");

  private final Checking checking;

  ProcessorCheck(Checking checking) {
    this.checking = checking;
  }

  void check(DomainNeeds usual, MoveNeeds needs) {
    checkPlatform(needs.platform());
    if (TIED.contains(needs.cpuMode())) {
      checking
          .findings()
          .add(PreflightMessage.CPU_TIED, checking.domain(), needs.cpuMode(), checking.target());
    }
    usual.cpu().ifPresent(this::checkCpu);
  }

  private void checkPlatform(MoveNeeds.Platform needed) {
    Platform platform =
        new Platform(needed.virtType(), needed.arch(), needed.machine(), needed.emulator());
    Optional<String> lack =
        checking
            .there()
            .ask("type of machine", (it, until) -> it.nodeSurvey().lack(platform, until))
            .flatMap(found -> found);
    lack.ifPresent(
        words ->
            checking
                .findings()
                .add(
                    PreflightMessage.PLATFORM_LACKING,
                    checking.domain(),
                    platform,
                    checking.target(),
                    words));
  }

  /** Never an error: libvirt compares with the CPU that it reports, and gives others as well. */
  private void checkCpu(DomainNeeds.Cpu cpu) {
    CpuRequest wanted = new CpuRequest(cpu.virtType(), cpu.arch(), cpu.machine(), cpu.xml());
    checking
        .there()
        .ask("CPU", (it, until) -> it.survey().hasCpu(wanted, until))
        .filter(has -> !has)
        .ifPresent(
            lacking ->
                checking
                    .findings()
                    .add(
                        PreflightMessage.CPU_DOUBTFUL_THERE, checking.domain(), checking.target()));
  }
}
