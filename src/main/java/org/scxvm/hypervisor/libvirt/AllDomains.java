package org.scxvm.hypervisor.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.HypervisorException;

/**
 * The states of all domains with one question ({@code virConnectGetAllDomainStats}), which asks no
 * hypervisor process.
 */
final class AllDomains {

  /** {@code VIR_DOMAIN_STATS_STATE}. */
  private static final int STATE = 1;

  private static final String UTF8 = StandardCharsets.UTF_8.name();
  private static final int UUID_TEXT_BYTES = 37;

  /** {@code struct _virDomainStatsRecord}: domain, parameters, how many. */
  private static final long PARAMETERS = Native.POINTER_SIZE;

  private static final long COUNT = 2L * Native.POINTER_SIZE;

  /** {@code struct _virTypedParameter}: name, type, value, with the padding of 64 bits. */
  private static final int PARAMETER_BYTES = 96;

  private static final int VALUE = 88;

  private AllDomains() {}

  /** By the name of the domain what libvirt says of it. */
  static Map<String, Answer> answers(Pointer connection) throws HypervisorException {
    PointerByReference records = new PointerByReference();
    int count = NativeLibvirt.number("virConnectGetAllDomainStats", connection, STATE, records, 0);
    try {
      Map<String, Answer> answers = new HashMap<>();
      for (int i = 0; i < count; i++) {
        Pointer one = records.getValue().getPointer((long) i * Native.POINTER_SIZE);
        Pointer domain = one.getPointer(0);
        String name = NativeLibvirt.pointer("virDomainGetName", domain).getString(0, UTF8);
        answers.put(name, answer(domain, one));
      }
      return answers;
    } finally {
      NativeLibvirt.release("virDomainStatsRecordListFree", records.getValue());
    }
  }

  private static Answer answer(Pointer domain, Pointer stats) throws HypervisorException {
    Memory uuid = new Memory(UUID_TEXT_BYTES);
    NativeLibvirt.number("virDomainGetUUIDString", domain, uuid);
    return States.answer(
        uuid.getString(0),
        parameter(stats, "state.state"),
        parameter(stats, "state.reason"),
        NativeLibvirt.isActive(domain));
  }

  private static int parameter(Pointer stats, String wanted) {
    Pointer parameters = stats.getPointer(PARAMETERS);
    for (int i = 0; i < stats.getInt(COUNT); i++) {
      Pointer one = parameters.share((long) i * PARAMETER_BYTES);
      if (one.getString(0).equals(wanted)) {
        return one.getInt(VALUE);
      }
    }
    return 0;
  }
}
