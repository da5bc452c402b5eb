package org.scxvm.hypervisor.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;

/**
 * One connection to one hypervisor, opened at its first use. A line on which a call hung or broke
 * is thrown away with the thread that hangs on it; it is never closed, because closing could hang
 * too.
 */
final class Line {

  private static final int UUID_TEXT_BYTES = 37;

  private final String uri;
  private Optional<Pointer> connection = Optional.empty();

  Line(String uri) {
    this.uri = uri;
  }

  /** A connection that is open already. */
  Line(String uri, Pointer opened) {
    this.uri = uri;
    this.connection = Optional.of(opened);
  }

  /** Something to do with a domain that libvirt knows, or with the connection. */
  interface Use<T> {
    T of(Pointer object) throws HypervisorException;
  }

  <T> T withDomain(String name, Use<T> use) throws HypervisorException {
    Pointer domain = NativeLibvirt.pointer("virDomainLookupByName", open(), name);
    try {
      return use.of(domain);
    } finally {
      NativeLibvirt.release("virDomainFree", domain);
    }
  }

  /** Something to do with the connection itself. */
  <T> T withConnection(Use<T> use) throws HypervisorException {
    return use.of(open());
  }

  Answer look(String name) throws HypervisorException {
    try {
      return withDomain(name, Line::answer);
    } catch (HypervisorException e) {
      if (e.fault() == Fault.NO_SUCH_DOMAIN) {
        return new Answer.NotKnown();
      }
      throw e;
    }
  }

  private static Answer answer(Pointer domain) throws HypervisorException {
    Memory uuid = new Memory(UUID_TEXT_BYTES);
    NativeLibvirt.number("virDomainGetUUIDString", domain, uuid);
    IntByReference state = new IntByReference();
    IntByReference reason = new IntByReference();
    NativeLibvirt.number("virDomainGetState", domain, state, reason, 0);
    boolean active = NativeLibvirt.number("virDomainIsActive", domain) == 1;
    return States.answer(
        uuid.getString(0, StandardCharsets.US_ASCII.name()),
        state.getValue(),
        reason.getValue(),
        active);
  }

  private synchronized Pointer open() throws HypervisorException {
    if (connection.isEmpty()) {
      connection = Optional.of(NativeLibvirt.pointer("virConnectOpen", uri));
    }
    return connection.get();
  }
}
