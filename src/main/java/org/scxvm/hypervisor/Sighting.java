package org.scxvm.hypervisor;

import java.util.Optional;
import org.scxvm.hypervisor.ProcessSighting.Absent;
import org.scxvm.hypervisor.ProcessSighting.Alive;

/**
 * One look at a domain: what libvirt says, held against the domain's hypervisor process.
 *
 * <pre>
 * libvirt says   process alive      none there   could not look
 * active         up                 up           up
 * inactive       unknown (stray)    down         down
 * not known      unknown (stray)    down         unknown
 * silent         up, unconfirmed    down         unknown
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
    if (process instanceof Absent || answer instanceof Answer.Inactive) {
      return DomainState.DOWN;
    }
    return DomainState.UNKNOWN;
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
    return state() == DomainState.UNKNOWN && !isSilent() && strayPid().isEmpty();
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
