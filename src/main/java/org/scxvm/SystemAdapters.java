package org.scxvm;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.scxvm.cli.Adapters;
import org.scxvm.cli.Reporting;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.NoCluster;
import org.scxvm.cluster.NoSupervision;
import org.scxvm.cluster.Supervision;
import org.scxvm.cluster.ocf.OcfClusters;
import org.scxvm.cluster.rgm.PmfSupervision;
import org.scxvm.cluster.rgm.RgmClusters;
import org.scxvm.cluster.serviceguard.ServiceguardClusters;
import org.scxvm.commandlog.CommandLogs;
import org.scxvm.commandlog.file.FileCommandLogs;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.LogTarget;
import org.scxvm.config.SettingException;
import org.scxvm.config.file.PropertiesFile;
import org.scxvm.folder.SharedFolders;
import org.scxvm.folder.file.FileSharedFolders;
import org.scxvm.host.Host;
import org.scxvm.host.HostFiles;
import org.scxvm.host.system.SystemHost;
import org.scxvm.host.system.SystemHostFiles;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.WatchedHypervisors;
import org.scxvm.hypervisor.libvirt.LibvirtHypervisors;
import org.scxvm.hypervisor.libvirt.LibvirtWatches;
import org.scxvm.hypervisor.witness.Witnesses;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.lock.file.FileResourceLocks;
import org.scxvm.message.ExitReasonSink;
import org.scxvm.message.MessageSink;
import org.scxvm.message.Messages;
import org.scxvm.message.StderrSink;
import org.scxvm.message.log.DebugLog;
import org.scxvm.message.syslog.SyslogSink;
import org.scxvm.message.syslog.TerminalSink;
import org.scxvm.process.Commands;
import org.scxvm.process.SystemCommands;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;

/** The adapters of a real node. */
final class SystemAdapters implements Adapters {

  private static final String SERVICEGUARD = "serviceguard";

  private final Time time;
  private final Commands commands = new SystemCommands();

  SystemAdapters(Time time) {
    this.time = time;
  }

  @Override
  public Time time() {
    return time;
  }

  @Override
  public ConfigurationFile configuration() throws SettingException {
    return PropertiesFile.read(System.getenv());
  }

  @Override
  public Reporting reporting() {
    return new SystemReporting();
  }

  @Override
  public Clusters clusters(String bin) {
    HostName thisNode = new HostName(commands, time);
    if (isDialect("ocf")) {
      return new OcfClusters(System.getenv(), commands, hostFiles(), thisNode);
    }
    if (isDialect(SERVICEGUARD)) {
      return new ServiceguardClusters(System.getenv(), commands, thisNode);
    }
    return RgmClusters.isThere(commands, bin)
        ? new RgmClusters(commands, bin)
        : new NoCluster(thisNode);
  }

  /** The wrapper says how it was called. */
  private static boolean isDialect(String name) {
    return System.getProperty("scxvm.dialect", "").equals(name);
  }

  @Override
  public Hypervisors hypervisors() {
    return new LibvirtHypervisors();
  }

  @Override
  public WatchedHypervisors watchedHypervisors() {
    return new LibvirtWatches();
  }

  @Override
  public Supervision supervision(String bin, Deadline deadline) {
    return RgmClusters.isThere(commands, bin)
        ? new PmfSupervision(
            commands, bin, new PmfSupervision.Monitor(wrapper(), environment()), deadline)
        : new NoSupervision();
  }

  /** The wrapper of the monitor, which lies beside the one that called. */
  private static String wrapper() {
    return System.getProperty("scxvm.bin", "/opt/SUNWscxvm/bin") + "/monitor_xvm";
  }

  /** What of this call's environment the monitor needs, too. */
  private static Map<String, String> environment() {
    Map<String, String> wanted = new TreeMap<>();
    for (String name : List.of("SCXVM_CONF", "JAVA_HOME", "SCXVM_JAVA_OPTS")) {
      Optional.ofNullable(System.getenv(name)).ifPresent(value -> wanted.put(name, value));
    }
    return wanted;
  }

  @Override
  public ProcessIdentity self() {
    return Witnesses.self().orElseGet(() -> new ProcessIdentity(ProcessHandle.current().pid(), 0));
  }

  @Override
  public Commands commands() {
    return commands;
  }

  @Override
  public SharedFolders folders() {
    return new FileSharedFolders();
  }

  @Override
  public CommandLogs commandLogs() {
    return new FileCommandLogs();
  }

  @Override
  public Host host() {
    return new SystemHost(commands, System.getProperty("os.name", ""), Path.of("/"));
  }

  @Override
  public HostFiles hostFiles() {
    return new SystemHostFiles(Path.of("/"));
  }

  @Override
  public ResourceLocks locks(String stateDir) {
    return new FileResourceLocks(Path.of(stateDir));
  }

  private static final class SystemReporting implements Reporting {

    @Override
    public Messages open(String ident, Set<LogTarget> targets, PrintWriter err) {
      List<MessageSink> sinks = new ArrayList<>();
      if (targets.contains(LogTarget.SYSLOG)) {
        sinks.add(new SyslogSink(ident));
      }
      MessageSink stderr = new StderrSink(err);
      // What a script of Serviceguard writes is in the log of its package.
      boolean isRead = targets.contains(LogTarget.STDERR) || isDialect(SERVICEGUARD);
      sinks.add(isRead ? stderr : new TerminalSink(stderr));
      if (isDialect("ocf")) {
        sinks.add(new ExitReasonSink(err));
      }
      return new Messages(sinks);
    }

    @Override
    public void debug(int level, Messages messages) {
      DebugLog.enable(level, messages);
    }
  }
}
