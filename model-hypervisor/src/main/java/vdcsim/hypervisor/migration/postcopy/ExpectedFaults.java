package vdcsim.hypervisor.migration.postcopy;

import vdcsim.hypervisor.dirty.DirtyPages;
import vdcsim.hypervisor.migration.engine.Session;

/** Expected numbers: the chance that a write meets a page that has not come. */
final class ExpectedFaults implements Faults {
  private final Session session;
  private final double faultSeconds;

  ExpectedFaults(Session session, double faultSeconds) {
    this.session = session;
    this.faultSeconds = faultSeconds;
  }

  @Override
  public double during(double seconds, double ranSeconds) {
    double missing = session.pages().missing();
    session.sending().settle();
    return ranSeconds * session.pages().writesPerSecond() * missing;
  }

  @Override
  public double share() {
    DirtyPages pages = session.pages();
    return 1 / (1 + pages.writesPerSecond() * pages.missing() * faultSeconds);
  }
}
