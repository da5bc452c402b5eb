package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.definition.DomainFiles;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Health;
import org.scxvm.lock.LockException;
import org.scxvm.owner.FoundOwner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done once about a domain that is up before the agent has ever started it: whoever ran it
 * so far has left no note, and no record, without which a silent node is trusted. Whether that can
 * be done says nothing about the domain.
 */
record OcfAdoption(MethodCall call) {

  private static final Logger LOG = LoggerFactory.getLogger(OcfAdoption.class);

  void adopt(Health health) {
    try {
      call.noteSettings();
      new OcfUtilization(call).publish();
      if (health == Health.OK && call.hasRecords()) {
        recordOwner();
      }
    } catch (FolderException | LockException | ClusterException | SettingException e) {
      LOG.debug("not adopted: {}", e.getMessage());
    }
  }

  /** As a Start does that finds the domain running. Whoever holds the lock does it, too. */
  private void recordOwner()
      throws FolderException, LockException, SettingException, ClusterException {
    DomainFiles files = call.files();
    if (files.owners().find() instanceof FoundOwner.None) {
      OcfMigration.arrive(call, files, "monitor");
    }
  }
}
