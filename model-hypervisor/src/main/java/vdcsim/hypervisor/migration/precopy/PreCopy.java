package vdcsim.hypervisor.migration.precopy;

import java.util.List;
import vdcsim.hypervisor.migration.engine.Engine;
import vdcsim.hypervisor.migration.engine.Session;
import vdcsim.hypervisor.migration.engine.Settings;
import vdcsim.kernel.Timer;

/**
 * QEMU's pre-copy (migration/migration.c, migration_thread). It looks whether what remains could be
 * sent within the downtime limit at the bandwidth of late. If so, it synchronizes the log of dirty
 * pages; if that still holds, it stops the machine and sends the rest, without the cap. If not, it
 * sends what waits, for 50 ms, or until a slice's share of the cap is used up, or nothing waits;
 * then it looks again.
 *
 * <p>Where the cap is what limits, the share of a slice leaves at its beginning, faster than pages
 * are dirtied, and the network carries it during the slice.
 */
public final class PreCopy implements Engine {
  /** QEMU, BUFFER_DELAY: the bandwidth is limited and estimated over such slices. */
  private static final long SLICE_NS = 100_000_000L;

  /** QEMU, MAX_WAIT: so long it sends before it looks. */
  private static final long LONGEST_SENDING_NS = 50_000_000L;

  private static final double SECOND = 1e9;

  /** The cap limits when the network gives nearly as much. */
  private static final double LIMITS = 0.99;

  /** Never switches to post-copy. */
  private static final int NEVER = Integer.MAX_VALUE;

  private final Session session;
  private final List<AutoConverge> throttles;
  private final int switchAfter;
  private final Runnable switchOver;
  private final Timer look;
  private long estimateNs;
  private double estimateBytes;
  private double bytesPerSecond;

  private PreCopy(Session session, boolean autoConverge, int switchAfter, Runnable switchOver) {
    this.session = session;
    this.throttles = autoConverge ? List.of(new AutoConverge(session)) : List.of();
    this.switchAfter = switchAfter;
    this.switchOver = switchOver;
    this.look = new Timer(session.simulation(), this::look);
  }

  /** Pre-copy to the end. */
  public static PreCopy toTheEnd(Session session, boolean autoConverge) {
    return new PreCopy(session, autoConverge, NEVER, () -> {});
  }

  /**
   * Pre-copy that gives over after so many rounds.
   *
   * @param switchOver runs at the first look after them
   */
  public static PreCopy before(Session session, int rounds, Runnable switchOver) {
    return new PreCopy(session, false, rounds, switchOver);
  }

  @Override
  public void begin() {
    estimateNs = session.simulation().now();
    // Rates are found at the end of an instant.
    look.start(1);
  }

  @Override
  public void failed() {
    look.stop();
  }

  private void look() {
    if (session.synchronizations() > switchAfter) {
      switchOver.run();
      return;
    }
    double sent = session.settle();
    throttles.forEach(t -> t.sent(sent));
    estimate(sent);
    double cap = session.settings().maxBytesPerSecond();
    boolean capped = session.channel().bytesPerSecond() >= LIMITS * cap;
    double share = capped ? cap * SLICE_NS / SECOND - session.aheadBytes() : 0;
    if (sendSlice(Math.max(0, share))) {
      session.stopAndCopy();
    } else {
      look.start(capped ? SLICE_NS : sendingNs());
    }
  }

  /** Sends a slice's share; whether so little is left that the machine is to stop. */
  private boolean sendSlice(double share) {
    double left = share;
    while (!isToStop()) {
      double cost = session.pages().cost();
      session.sendAhead(Math.min(left, cost));
      if (left <= cost) {
        return false;
      }
      left -= cost;
    }
    return true;
  }

  private boolean isToStop() {
    if (!isLittle()) {
      return false;
    }
    double dirtied = session.synchronize();
    throttles.forEach(t -> t.synchronizedWith(dirtied));
    return isLittle();
  }

  /** How long it sends if the network limits: until nothing waits, at most. */
  private long sendingNs() {
    double rate = session.channel().bytesPerSecond();
    double untilEmpty = session.pages().cost() / Math.max(rate, 1) * SECOND;
    return (long) Math.max(1, Math.min(LONGEST_SENDING_NS, StrictMath.ceil(untilEmpty)));
  }

  private void estimate(double sent) {
    estimateBytes += sent;
    long now = session.simulation().now();
    long spanNs = now - estimateNs;
    if (spanNs >= SLICE_NS) {
      bytesPerSecond = estimateBytes / spanNs * SECOND;
      estimateBytes = 0;
      estimateNs = now;
    }
  }

  /** Whether what waits could be sent within the limit. */
  private boolean isLittle() {
    double threshold = bytesPerSecond * session.settings().downtimeLimitNs() / SECOND;
    return Settings.bytes(session.pages().waiting()) < threshold;
  }
}
