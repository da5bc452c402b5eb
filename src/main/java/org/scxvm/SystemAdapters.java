package org.scxvm;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scxvm.cli.Adapters;
import org.scxvm.cli.Reporting;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.NoCluster;
import org.scxvm.cluster.rgm.RgmClusters;
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
import org.scxvm.hypervisor.libvirt.LibvirtHypervisors;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.lock.file.FileResourceLocks;
import org.scxvm.message.MessageSink;
import org.scxvm.message.Messages;
import org.scxvm.message.StderrSink;
import org.scxvm.message.log.DebugLog;
import org.scxvm.message.syslog.SyslogSink;
import org.scxvm.message.syslog.Terminal;
import org.scxvm.process.Commands;
import org.scxvm.process.SystemCommands;
import org.scxvm.time.Time;

/** The adapters of a real node. */
final class SystemAdapters implements Adapters {

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
    return RgmClusters.isThere(commands, bin)
        ? new RgmClusters(commands, bin)
        : new NoCluster(new HostName(commands, time));
  }

  @Override
  public Hypervisors hypervisors() {
    return new LibvirtHypervisors();
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
      if (targets.contains(LogTarget.STDERR) || Terminal.isStderr()) {
        sinks.add(new StderrSink(err));
      }
      return new Messages(sinks);
    }

    @Override
    public void debug(int level, Messages messages) {
      DebugLog.enable(level, messages);
    }
  }
}
