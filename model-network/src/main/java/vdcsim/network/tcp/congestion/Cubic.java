package vdcsim.network.tcp.congestion;

/**
 * CUBIC (RFC 9438) in whole numbers, as Linux computes it ({@code net/ipv4/tcp_cubic.c}): beta is
 * 717/1024, C is 0.4, time runs in 1/1024 seconds.
 */
final class Cubic implements CongestionControl {
  private static final int SCALE = 1024;
  private static final int BETA = 717;
  private static final int LEAST_THRESHOLD = 2;

  /** C times 1024, with C = 41/1024 * 10 = 0.4. */
  private static final long CUBE_RATE = 410;

  /** How long K is: the cube root of this times the segments to make up for, in 1/1024 s. */
  private static final long CUBE_FACTOR = (1L << 40) / CUBE_RATE;

  /** The window that standard TCP would reach: one segment per this many eighths of a window. */
  private static final long FRIENDLY_SCALE = 8L * (SCALE + BETA) / 3 / (SCALE - BETA);

  private static final long NS_PER_SECOND = 1_000_000_000L;

  /** The curve is computed anew so often while the window stays (Linux: HZ / 32). */
  private static final long RECOMPUTE_NS = NS_PER_SECOND / 32;

  private static final long TICK_NS = 1_000_000L;
  private static final int FIRST_GROWTH = 20;
  private static final long NONE = -1;

  private final HyStart hyStart = new HyStart();
  private int lastMaximum;
  private int lastWindow;
  private long lastComputedNs = NONE;
  private long epochNs = NONE;
  private int origin;
  private long k;
  private long acknowledgedInEpoch;
  private long friendlyWindow;
  private int segmentsPerGrowth;

  @Override
  public int thresholdAfterLoss(CongestionWindow window) {
    epochNs = NONE;
    int size = window.size();
    // Fast convergence (RFC 9438, 4.7): who loses before the last maximum leaves room for others.
    lastMaximum = size < lastMaximum ? (int) ((long) size * (SCALE + BETA) / (2 * SCALE)) : size;
    return Math.max((int) ((long) size * BETA / SCALE), LEAST_THRESHOLD);
  }

  @Override
  public void acknowledged(CongestionWindow window, int segments, Progress progress) {
    if (!window.isLimiting()) {
      return;
    }
    int rest = window.inSlowStart() ? window.slowStart(segments) : segments;
    if (rest > 0) {
      update(window.size(), rest, progress.now());
      window.growOnePer(segmentsPerGrowth, rest);
    }
  }

  private void update(int window, int acknowledged, long now) {
    acknowledgedInEpoch += acknowledged;
    if (lastWindow == window && lastComputedNs != NONE && now - lastComputedNs <= RECOMPUTE_NS) {
      return;
    }
    boolean sameTick = epochNs != NONE && now / TICK_NS == lastComputedNs / TICK_NS;
    if (!sameTick) {
      lastWindow = window;
      lastComputedNs = now;
      if (epochNs == NONE) {
        beginEpoch(window, acknowledged, now);
      }
      segmentsPerGrowth = segmentsPerGrowth(window, target(now));
    }
    befriend(window);
    segmentsPerGrowth = Math.max(segmentsPerGrowth, 2);
  }

  private void beginEpoch(int window, int acknowledged, long now) {
    epochNs = now;
    acknowledgedInEpoch = acknowledged;
    friendlyWindow = window;
    k = lastMaximum <= window ? 0 : cubeRoot(CUBE_FACTOR * (lastMaximum - window));
    origin = Math.max(lastMaximum, window);
  }

  /** The window that the curve has a round trip from now (RFC 9438, 4.2). */
  private long target(long now) {
    long t = (now - epochNs + hyStart.leastDelayNs()) / 1000 * SCALE / 1_000_000;
    long distance = Math.abs(t - k);
    long delta = (CUBE_RATE * distance * distance * distance) >> 40;
    return t < k ? origin - delta : origin + delta;
  }

  private int segmentsPerGrowth(int window, long target) {
    long count = target > window ? window / (target - window) : 100L * window;
    // Before the first loss the curve knows no maximum, and would be too slow: 5 % a round trip.
    return (int) (lastMaximum == 0 && count > FIRST_GROWTH ? FIRST_GROWTH : count);
  }

  /** Never slower than standard TCP (RFC 9438, 4.3). */
  private void befriend(int window) {
    long perSegment = (window * FRIENDLY_SCALE) >> 3;
    while (acknowledgedInEpoch > perSegment) {
      acknowledgedInEpoch -= perSegment;
      friendlyWindow++;
    }
    if (friendlyWindow > window) {
      segmentsPerGrowth = (int) Math.min(segmentsPerGrowth, window / (friendlyWindow - window));
    }
  }

  /** The largest whole number whose cube is not larger. */
  static long cubeRoot(long number) {
    long root = (long) StrictMath.cbrt((double) number);
    while (root * root * root > number) {
      root--;
    }
    while ((root + 1) * (root + 1) * (root + 1) <= number) {
      root++;
    }
    return root;
  }

  @Override
  public void measured(CongestionWindow window, long roundTripNs, Progress progress) {
    // Right after a recovery delays say nothing yet (Linux, bictcp_acked).
    if (epochNs == NONE || progress.now() - epochNs >= NS_PER_SECOND) {
      hyStart.measured(window, Math.max(1, roundTripNs), progress);
    }
  }

  @Override
  public void timedOut(Progress progress) {
    lastMaximum = 0;
    lastWindow = 0;
    lastComputedNs = NONE;
    epochNs = NONE;
    origin = 0;
    k = 0;
    acknowledgedInEpoch = 0;
    friendlyWindow = 0;
    segmentsPerGrowth = 0;
    hyStart.restart(progress);
  }

  @Override
  public void resumed(long lastNs, Progress progress) {
    // The curve stands still while the application has nothing to send (RFC 9438, 5.8).
    if (epochNs != NONE) {
      epochNs = Math.min(progress.now(), epochNs + progress.now() - lastNs);
    }
  }
}
