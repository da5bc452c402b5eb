package org.scxvm.cluster;

/** No cluster manager on this machine: whoever wants the fault monitor runs it himself. */
public final class NoSupervision implements Supervision {

  @Override
  public boolean isRunning() {
    return true;
  }

  @Override
  public void start() throws ClusterException {
    throw new ClusterException("no cluster manager here would keep it running");
  }

  @Override
  public void stop() {}
}
