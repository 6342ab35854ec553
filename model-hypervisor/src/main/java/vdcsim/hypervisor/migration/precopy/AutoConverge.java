package vdcsim.hypervisor.migration.precopy;

import vdcsim.hypervisor.migration.engine.Session;
import vdcsim.hypervisor.migration.engine.Settings;

/**
 * Takes time from the guest's processors when it writes too fast (QEMU, migration/ram.c): twice in
 * periods of a second at least more than half of what was sent has been dirtied.
 */
final class AutoConverge {
  private static final double SECOND = 1e9;

  /** QEMU, throttle-trigger-threshold. */
  private static final double TRIGGER = 0.5;

  /** QEMU, cpu-throttle-initial. */
  private static final double INITIAL = 0.2;

  /** QEMU, cpu-throttle-increment. */
  private static final double INCREMENT = 0.1;

  /** QEMU, max-cpu-throttle. */
  private static final double MOST = 0.99;

  /** QEMU, dirty_rate_high_cnt. */
  private static final int PERIODS = 2;

  private final Session session;
  private long periodNs;
  private double dirtied;
  private double sent;
  private int high;
  private double share;

  AutoConverge(Session session) {
    this.session = session;
    this.periodNs = session.simulation().now();
  }

  void sent(double bytes) {
    sent += bytes;
  }

  void synchronizedWith(double pages) {
    dirtied += Settings.bytes(pages);
    long now = session.simulation().now();
    if (now - periodNs <= SECOND) {
      return;
    }
    if (dirtied > TRIGGER * sent) {
      high++;
      if (high == PERIODS) {
        high = 0;
        share = share == 0 ? INITIAL : Math.min(MOST, share + INCREMENT);
        session.throttle(share);
      }
    }
    periodNs = now;
    dirtied = 0;
    sent = 0;
  }
}
