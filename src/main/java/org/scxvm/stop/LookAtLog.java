package org.scxvm.stop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.commandlog.CommandLog;
import org.scxvm.commandlog.CommandLogException;
import org.scxvm.commandlog.CommandLogs;
import org.scxvm.commandlog.LogTail;
import org.scxvm.switchover.CommandLogParser;
import org.scxvm.switchover.Course;
import org.scxvm.switchover.LogRecord;
import org.scxvm.switchover.LoggedSwitch;
import org.scxvm.switchover.LoggedSwitch.Question;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into the command log for the command that moves the group. */
record LookAtLog(CommandLogs logs, LogRequest request, Deadline deadline) {

  private static final Logger LOG = LoggerFactory.getLogger(LookAtLog.class);

  Course course(Cluster cluster) throws ClusterException {
    Question question = question(cluster);
    CommandLog log = logs.at(request.path(), deadline);
    try {
      LogTail tail = log.newest(question::isTooOld);
      LOG.debug("{}: {} lines, unfinished {}", request, tail.lines().size(), tail.unfinished());
      List<LogRecord> records = CommandLogParser.parse(tail.lines(), tail.unfinished());
      return LoggedSwitch.of(atMoment(records), question, log::startOfProcess);
    } catch (CommandLogException e) {
      return new Course.Unknown(e.words());
    }
  }

  /** What ended after the moment that is asked about was still running then. */
  private List<LogRecord> atMoment(List<LogRecord> records) {
    return request
        .moment()
        .map(moment -> records.stream().filter(it -> !it.isEndAfter(moment)).toList())
        .orElse(records);
  }

  /** A command is fresh if it began just before this method did, however long the look takes. */
  private Question question(Cluster cluster) throws ClusterException {
    Time time = deadline.time();
    Optional<Instant> moment = request.moment().map(at -> at.atZone(time.zone()).toInstant());
    Instant now = time.wallClock();
    return new Question(
        request.path(),
        cluster.group().name(),
        request.zone(),
        cluster.nodes().thisNode(),
        moment.orElse(now.minus(time.sinceStart())),
        moment.orElse(now),
        time.zone());
  }
}
