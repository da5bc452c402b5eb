package org.scxvm.hypervisor;

/** A hypervisor of which a resident process sees every change at once. */
public interface WatchedHypervisor {

  /**
   * Connects, and has changes told from then on. It may take as long as the hypervisor is silent,
   * so it is called where that is in nobody's way.
   */
  WatchLine connect(Changes changes) throws HypervisorException;

  /** The processes of its domains; they are seen without a connection. */
  DomainProcesses processes();

  /** Who is told of changes, on threads that are not his. What happened, only a look tells. */
  interface Changes {

    /** Something of the domain has changed, or may have. */
    void changed(String domain);

    /** The guest was told of an error of one of its disks. */
    void diskFailed(String domain);

    /** The connection is of no use any more; no change will be told over it. */
    void lost();
  }
}
