package org.scxvm.hypervisor.libvirt;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.DomainDefinitions;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.resource.DomainName;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;

/** Definitions through libvirt-java; a connection for each call, because calls are few. */
final class LibvirtDefinitions implements DomainDefinitions {

  private static final int XML_SECURE = 1;
  private static final int XML_INACTIVE = 1 << 1;
  private static final int UNDEFINE_KEEP_NVRAM = 1 << 3;
  private static final int UNDEFINE_KEEP_TPM = 1 << 6;
  private static final int NO_FLAGS = 0;

  /**
   * Before libvirt 8.9 there is no KEEP_TPM, and drivers without firmware know neither. Without a
   * flag libvirt still refuses rather than delete firmware variables.
   */
  private static final List<Integer> UNDEFINE_FLAGS =
      List.of(UNDEFINE_KEEP_NVRAM | UNDEFINE_KEEP_TPM, UNDEFINE_KEEP_NVRAM, NO_FLAGS);

  private final String uri;

  LibvirtDefinitions(String uri) {
    this.uri = uri;
  }

  /** Something to do with a connection. */
  private interface Use<T> {
    T of(Connect connection) throws LibvirtException;
  }

  @Override
  public String describe(DomainName domain, Deadline deadline) throws HypervisorException {
    return with(domain, deadline, it -> it.getXMLDesc(XML_INACTIVE | XML_SECURE));
  }

  @Override
  public void define(String xml, Deadline deadline) throws HypervisorException {
    call(
        "define",
        deadline,
        connection -> {
          connection.domainDefineXML(xml).free();
          return true;
        });
  }

  @Override
  public void forget(DomainName domain, Deadline deadline) throws HypervisorException {
    for (int flags : UNDEFINE_FLAGS) {
      try {
        with(domain, deadline, it -> undefined(it, flags));
        return;
      } catch (HypervisorException e) {
        if (e.fault() != Fault.UNSUPPORTED || flags == NO_FLAGS) {
          throw e;
        }
      }
    }
  }

  private static boolean undefined(Domain domain, int flags) throws LibvirtException {
    domain.undefine(flags);
    return true;
  }

  @Override
  public boolean clearAutostart(DomainName domain, Deadline deadline) throws HypervisorException {
    return with(
        domain,
        deadline,
        it -> {
          boolean was = it.getAutostart();
          if (was) {
            it.setAutostart(false);
          }
          return was;
        });
  }

  @Override
  public boolean hasSavedMemory(DomainName domain, Deadline deadline) throws HypervisorException {
    return with(domain, deadline, it -> it.hasManagedSaveImage() == 1);
  }

  /** Something to do with a domain. */
  private interface DomainUse<T> {
    T of(Domain domain) throws LibvirtException;
  }

  private <T> T with(DomainName name, Deadline deadline, DomainUse<T> use)
      throws HypervisorException {
    return call(
        "definition",
        deadline,
        connection -> {
          Domain domain = connection.domainLookupByName(name.value());
          try {
            return use.of(domain);
          } finally {
            domain.free();
          }
        });
  }

  private <T> T call(String what, Deadline deadline, Use<T> use) throws HypervisorException {
    try {
      return BoundedCall.<T, LibvirtException>run(
          what,
          deadline,
          () -> {
            Connect connection = Binding.connect(uri);
            try {
              return use.of(connection);
            } finally {
              connection.close();
            }
          });
    } catch (TimeoutException e) {
      throw new HypervisorException(Fault.SILENT, what + " on " + uri + " gave no answer in time");
    } catch (LibvirtException e) {
      throw Binding.translated(e);
    } catch (LinkageError e) {
      throw new HypervisorException(Fault.UNSUPPORTED, "libvirt-java cannot be used: " + e);
    }
  }
}
