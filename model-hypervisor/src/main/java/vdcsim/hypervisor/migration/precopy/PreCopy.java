package vdcsim.hypervisor.migration.precopy;

import java.util.List;
import vdcsim.hypervisor.migration.engine.Engine;
import vdcsim.hypervisor.migration.engine.Session;
import vdcsim.hypervisor.migration.engine.Settings;
import vdcsim.kernel.Timer;

/**
 * QEMU's pre-copy. It sends what waits, and looks now and then whether what remains could be sent
 * within the downtime limit at the bandwidth of late. If so, it synchronizes the log of dirty
 * pages; if that still holds, it stops the machine and sends the rest, without the cap.
 */
public final class PreCopy implements Engine {
  /** QEMU, BUFFER_DELAY: the bandwidth is limited and estimated over such slices. */
  private static final long SLICE_NS = 100_000_000L;

  /** A look comes at least so often within a downtime limit (fitted to measured migrations). */
  private static final int LOOKS_IN_LIMIT = 3;

  private static final double SECOND = 1e9;

  /** Never switches to post-copy. */
  private static final int NEVER = Integer.MAX_VALUE;

  private final Session session;
  private final List<AutoConverge> throttles;
  private final int switchAfter;
  private final Runnable switchOver;
  private final Timer look;
  private final long lookNs;
  private long estimateNs;
  private double estimateBytes;
  private double bytesPerSecond;

  private PreCopy(Session session, boolean autoConverge, int switchAfter, Runnable switchOver) {
    this.session = session;
    this.throttles = autoConverge ? List.of(new AutoConverge(session)) : List.of();
    this.switchAfter = switchAfter;
    this.switchOver = switchOver;
    this.look = new Timer(session.simulation(), this::look);
    long limitNs = session.settings().downtimeLimitNs();
    this.lookNs = Math.max(1, Math.min(SLICE_NS, limitNs / LOOKS_IN_LIMIT));
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
    look.start(lookNs);
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
    if (isLittle()) {
      double dirtied = session.synchronize();
      throttles.forEach(t -> t.synchronizedWith(dirtied));
      if (isLittle()) {
        session.stopAndCopy();
        return;
      }
    }
    look.start(lookNs);
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
