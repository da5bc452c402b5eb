package org.scxvm.hypervisor.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.ProcessSighting.Absent;
import org.scxvm.hypervisor.ProcessSighting.Alive;
import org.scxvm.hypervisor.ProcessSighting.CannotLook;
import org.scxvm.hypervisor.ProcessSighting.NotNeeded;
import org.scxvm.hypervisor.ProcessSighting.Stopped;
import org.scxvm.hypervisor.witness.ProcessTable.Entry;
import org.scxvm.resource.DomainName;

/**
 * Looks for a domain's QEMU in two ways. The lock on its pid file belongs to this libvirtd and to
 * no other, and is seen across pid namespaces. The process table also shows a process whose pid
 * file is gone. Either is enough for alive; absent needs both to have been looked at.
 */
final class QemuWitness implements ProcessWitness {

  /** libvirtd, too, keeps a lock: on this file beside the pid files of its domains. */
  private static final String DAEMON_PID_FILE = "driver.pid";

  private final ProcessTable processes;
  private final LocalQemu.Folders folders;
  private final Path state;
  private final PidFileLocks locks;

  QemuWitness(ProcessTable processes, LocalQemu.Folders folders, PidFileLocks locks) {
    this.processes = processes;
    this.folders = folders;
    this.state = folders.state();
    this.locks = locks;
  }

  @Override
  public ProcessSighting look(DomainName domain, Optional<String> uuid) {
    try {
      OptionalLong locked = holderOf(pidFile(domain));
      if (locked.isPresent()) {
        return new Alive(locked.getAsLong());
      }
      if (!processes.seesOtherUsers()) {
        return new CannotLook("/proc does not show the processes of other users (hidepid)");
      }
      OptionalLong daemon = holderOf(DAEMON_PID_FILE);
      for (Entry process : processes.processes(namespaceOf(daemon))) {
        if (belongsTo(process, domain, uuid)) {
          return new Alive(process.pid());
        }
      }
      return canSay(daemon, domain)
          ? new Absent()
          : new CannotLook("the processes of its libvirtd may be in another pid namespace");
    } catch (IOException | RuntimeException e) {
      return new CannotLook(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public ProcessSighting lookAtActive(DomainName domain) {
    try {
      OptionalLong pid = holderOf(pidFile(domain));
      boolean stopped = pid.isPresent() && pid.getAsLong() > 0 && isStopped(pid.getAsLong());
      return stopped ? new Stopped(pid.getAsLong()) : new NotNeeded();
    } catch (IOException | RuntimeException e) {
      return new NotNeeded();
    }
  }

  private boolean isStopped(long pid) {
    Optional<ProcessIdentity> process = processes.identity(pid);
    return process.isPresent() && processes.condition(process.get()) == ProcessCondition.STOPPED;
  }

  /**
   * Whether a process could not have hidden in another pid namespace: its libvirtd is here, or it
   * left a pid file whose lock is free, or libvirtd is where it always is on the node we run on.
   */
  private boolean canSay(OptionalLong daemon, DomainName domain) {
    if (Files.exists(state.resolve(pidFile(domain))) || processes.seesAllNamespaces()) {
      return true;
    }
    return daemon.isPresent()
        ? daemon.getAsLong() > 0
        : folders.usual() && Files.isDirectory(state);
  }

  private OptionalLong holderOf(String pidFile) throws IOException {
    Path file = state.resolve(pidFile);
    return Files.exists(file) ? locks.holder(file) : OptionalLong.empty();
  }

  /** The daemon's children live in its namespace; where none is known, all have to be looked at. */
  private Optional<String> namespaceOf(OptionalLong daemon) {
    if (daemon.isPresent() && daemon.getAsLong() > 0) {
      return processes.namespaceOf(String.valueOf(daemon.getAsLong()));
    }
    return folders.usual() ? processes.namespaceOf("self") : Optional.empty();
  }

  private boolean belongsTo(Entry process, DomainName domain, Optional<String> uuid)
      throws IOException {
    if (process.isDeadQemu()) {
      // A zombie's other threads may still hold the disk; nobody else claims it, so it may be ours.
      return !isClaimedByAnother(process.pid(), domain);
    }
    CommandLine line = new CommandLine(process.words());
    return line.isOf(domain.value(), uuid) && !isOfAnotherDaemon(line);
  }

  /** Two libvirtds can share a node: a QEMU names its own folder, which lies in its daemon's. */
  private boolean isOfAnotherDaemon(CommandLine line) {
    Optional<Path> named = line.folder();
    if (named.isEmpty()) {
      return false;
    }
    // Where our daemon's folder is not known, its pid files are the proof; they have been asked.
    return folders.own().map(own -> !own.holds(named.get())).orElse(Files.isDirectory(state));
  }

  private static String pidFile(DomainName domain) {
    return domain.value() + ".pid";
  }

  private boolean isClaimedByAnother(long pid, DomainName domain) throws IOException {
    if (!Files.isDirectory(state)) {
      return false;
    }
    try (Stream<Path> files = Files.list(state)) {
      List<Path> pidFiles =
          files
              .filter(file -> file.toString().endsWith(".pid"))
              .filter(file -> !file.equals(state.resolve(pidFile(domain))))
              .toList();
      for (Path file : pidFiles) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1)
            .strip()
            .equals(Long.toString(pid))) {
          return true;
        }
      }
    }
    return false;
  }
}
