package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libvirt.Error;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;

/** libvirt's error numbers, as in virterror.h, and what a caller does about them. */
class FaultsTest {

  private static HypervisorException translated(ErrorNumber number, String words) {
    Error error = mock(Error.class);
    when(error.getCode()).thenReturn(number);
    LibvirtException e = mock(LibvirtException.class);
    when(e.getError()).thenReturn(error);
    when(e.getMessage()).thenReturn(words);
    return Binding.translated(e);
  }

  @ParameterizedTest
  @CsvSource({
    "0,  REFUSED", // OK, and still an error
    "1,  REFUSED", // internal error: a QEMU that does not start is one
    "3,  UNSUPPORTED",
    "5,  SILENT", // no connection
    "6,  SILENT", // invalid connection
    "8,  UNSUPPORTED", // invalid argument: a flag that this libvirt does not know
    "9,  REFUSED", // operation failed
    "38, SILENT", // system error: cannot connect, end of file
    "39, SILENT", // RPC
    "42, NO_SUCH_DOMAIN",
    "43, NOT_THERE", // no such network
    "49, NOT_THERE", // no such storage pool
    "50, NOT_THERE", // no such volume
    "57, NOT_THERE", // no such interface of the node
    "55, REFUSED", // invalid in this state
    "68, SILENT", // timeout
    "74, UNSUPPORTED",
    "78, REFUSED", // aborted
    "81, REFUSED", // unsafe migration
    "86, UNSUPPORTED", // the agent does not answer
    "999, REFUSED"
  })
  void aNumberIsAFault(int code, Fault fault) {
    assertEquals(fault, Faults.of(code, "whatever"));
  }

  @Test
  void anInternalErrorOfABrokenConnectionIsASilence() {
    assertEquals(Fault.SILENT, Faults.of(1, "internal error: client socket is closed"));
    assertEquals(
        Fault.REFUSED, Faults.of(1, "internal error: process exited while connecting to monitor"));
  }

  /** The binding keeps only the constant; its place in the enum must be libvirt's number. */
  @ParameterizedTest
  @CsvSource({
    "VIR_ERR_INTERNAL_ERROR,       REFUSED",
    "VIR_ERR_NO_SUPPORT,           UNSUPPORTED",
    "VIR_ERR_NO_CONNECT,           SILENT",
    "VIR_ERR_INVALID_CONN,         SILENT",
    "VIR_ERR_INVALID_ARG,          UNSUPPORTED",
    "VIR_ERR_OPERATION_FAILED,     REFUSED",
    "VIR_ERR_SYSTEM_ERROR,         SILENT",
    "VIR_ERR_RPC,                  SILENT",
    "VIR_ERR_NO_DOMAIN,            NO_SUCH_DOMAIN",
    "VIR_ERR_OPERATION_INVALID,    REFUSED",
    "VIR_ERR_OPERATION_TIMEOUT,    SILENT",
    "VIR_ERR_ARGUMENT_UNSUPPORTED, UNSUPPORTED",
    "VIR_ERR_MIGRATE_UNSAFE,       REFUSED"
  })
  void anErrorOfTheBindingIsTheSameFault(ErrorNumber number, Fault fault) {
    HypervisorException e = translated(number, "words of libvirt");
    assertEquals(fault, e.fault());
    assertEquals("words of libvirt", e.words());
  }

  @Test
  void aBrokenConnectionIsToldByTheBindingToo() {
    assertEquals(
        Fault.SILENT,
        translated(ErrorNumber.VIR_ERR_INTERNAL_ERROR, "internal error: client socket is closed")
            .fault());
  }

  @Test
  void anExceptionWithoutAnErrorIsARefusalInItsOwnWords() {
    LibvirtException e = mock(LibvirtException.class);
    assertEquals(Fault.REFUSED, Binding.translated(e).fault());
    assertEquals("null", Binding.translated(e).words());
  }
}
