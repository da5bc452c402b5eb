package org.scxvm.hypervisor.libvirt;

import java.util.concurrent.TimeoutException;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.DomainMoves;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;

/**
 * Migrates through libvirt-java. This process holds both connections, so that its death rolls the
 * move back; a peer-to-peer move would go on alone.
 */
final class LibvirtMoves implements DomainMoves {

  private final String uri;

  LibvirtMoves(String uri) {
    this.uri = uri;
  }

  @Override
  public MoveEnd move(DomainName domain, MoveRequest request, Deadline deadline, Deadline last) {
    Move move;
    try {
      move =
          BoundedCall.<Move, LibvirtException>run(
              "connect", deadline, () -> Move.prepare(uri, domain.value(), request));
    } catch (LibvirtException | RuntimeException | LinkageError e) {
      return new MoveEnd.NotBegun(Move.words(e));
    } catch (TimeoutException e) {
      return new MoveEnd.NotBegun("no connection to both nodes in time");
    }
    return new AttendMove(move, request, deadline, last).attend();
  }
}
