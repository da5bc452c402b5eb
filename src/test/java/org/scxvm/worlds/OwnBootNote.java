package org.scxvm.worlds;

import org.scxvm.hypervisor.noted.BootNote;

/** The note of an open boot, as one process finds it: what it read and wrote stays so for it. */
record OwnBootNote(AgentProcess agent) implements BootNote {

  @Override
  public boolean isOpen() {
    return agent.recalled(agent.node()::isOpen);
  }

  @Override
  public void open() {
    write(true);
  }

  @Override
  public void answered() {
    write(false);
  }

  private void write(boolean open) {
    agent.recalled(
        () -> {
          agent.node().noteOpenBoot(open);
          return open;
        });
  }
}
