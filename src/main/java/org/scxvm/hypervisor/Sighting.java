package org.scxvm.hypervisor;

import java.util.Optional;
import org.scxvm.hypervisor.ProcessSighting.Absent;
import org.scxvm.hypervisor.ProcessSighting.Alive;
import org.scxvm.hypervisor.ProcessSighting.NoAnswer;

/**
 * One look at a domain: what libvirt says, held against the domain's hypervisor process.
 *
 * <pre>
 * libvirt says   process alive      none there   could not look   no answer
 * active         up                 up           up               up
 * inactive       unknown (stray)    down         down             unknown
 * not known      unknown (stray)    down         unknown          unknown
 * silent         up, unconfirmed    down         unknown          unknown
 * </pre>
 */
public record Sighting(Answer answer, ProcessSighting process) {

  /** The one state table. */
  public DomainState state() {
    if (answer instanceof Answer.Active) {
      return DomainState.UP;
    }
    if (process instanceof Alive) {
      return answer instanceof Answer.Silent ? DomainState.UP_UNCONFIRMED : DomainState.UNKNOWN;
    }
    boolean trusted = answer instanceof Answer.Inactive && !hasNoProcessAnswer();
    return process instanceof Absent || trusted ? DomainState.DOWN : DomainState.UNKNOWN;
  }

  /** The process was looked for and nothing came of it; another look may tell. */
  public boolean hasNoProcessAnswer() {
    return process instanceof NoAnswer;
  }

  /** Up, and its process is stopped. */
  public boolean isStopped() {
    return process instanceof ProcessSighting.Stopped;
  }

  public boolean isDown() {
    return state() == DomainState.DOWN;
  }

  /** libvirt gave no answer; it may give one later. */
  public boolean isSilent() {
    return answer instanceof Answer.Silent;
  }

  /** libvirt answered, and still nobody can tell; asking again is of no use. */
  public boolean isHopeless() {
    boolean open = isSilent() || hasNoProcessAnswer() || strayPid().isPresent();
    return state() == DomainState.UNKNOWN && !open;
  }

  /** Active, and doing just that. */
  public boolean is(Activity activity) {
    return answer.doing().filter(activity::equals).isPresent();
  }

  /** The pid of a process that runs although libvirt says that the domain does not. */
  public Optional<Long> strayPid() {
    return state() == DomainState.UNKNOWN && process instanceof Alive alive
        ? Optional.of(alive.pid())
        : Optional.empty();
  }

  /** Both witnesses in words. */
  @Override
  public String toString() {
    return process instanceof ProcessSighting.NotNeeded
        ? answer.toString()
        : answer + ", " + process;
  }
}
