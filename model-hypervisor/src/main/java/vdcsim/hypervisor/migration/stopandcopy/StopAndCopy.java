package vdcsim.hypervisor.migration.stopandcopy;

import vdcsim.hypervisor.migration.engine.Engine;
import vdcsim.hypervisor.migration.engine.Session;

/** Stops the machine, sends all of its memory, and starts it at the destination. */
public final class StopAndCopy implements Engine {
  private final Session session;

  /** A copy of a machine that stands still. */
  public StopAndCopy(Session session) {
    this.session = session;
  }

  @Override
  public void begin() {
    session.stopAndCopy();
  }

  @Override
  public void failed() {
    // The channel is closed; nothing else is under way.
  }
}
