package vdcsim.hypervisor.migration.postcopy;

import vdcsim.hypervisor.dirty.DemandPages;
import vdcsim.hypervisor.dirty.Memory;
import vdcsim.hypervisor.dirty.Prepaging;
import vdcsim.hypervisor.migration.engine.Session;

/**
 * Page by page: while one page is pushed, the guest writes as many as it can, and waits for each
 * that has not come.
 */
final class SingleFaults implements Faults {
  private final Session session;
  private final DemandPages pages;
  private final double faultSeconds;
  private final Prepaging prepaging;
  private double due;
  private double share = 1;

  SingleFaults(Session session, DemandPages pages, double faultSeconds, Prepaging prepaging) {
    this.session = session;
    this.pages = pages;
    this.faultSeconds = faultSeconds;
    this.prepaging = prepaging;
  }

  @Override
  public double during(double seconds, double ranSeconds) {
    double pushed = session.sending().delivered();
    long parts = Math.max(1, StrictMath.round(pushed / Memory.PAGE_BYTES));
    double writes = seconds * session.pages().writesPerSecond() / parts;
    long faults = 0;
    for (long i = 0; i < parts; i++) {
      session.pages().send(pushed / parts);
      faults += write(ranSeconds > 0 ? writes : 0);
    }
    share = seconds > 0 ? Math.max(0, 1 - faults * faultSeconds / seconds) : 1;
    return faults;
  }

  /** The guest has the time for so many writes; how many of them it had to wait for. */
  private long write(double writes) {
    long faults = 0;
    due += writes;
    while (due >= 1) {
      due--;
      if (!pages.write()) {
        faults++;
        pages.fetch(prepaging);
        due -= faultSeconds * session.pages().writesPerSecond();
      }
    }
    return faults;
  }

  @Override
  public double share() {
    return share;
  }
}
