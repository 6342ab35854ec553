package vdcsim.network.tcp.congestion;

/** NewReno: half the window after a loss, a segment more each round trip (RFC 5681, 3.1). */
final class NewReno implements CongestionControl {
  private static final int LEAST_THRESHOLD = 2;

  @Override
  public int thresholdAfterLoss(CongestionWindow window) {
    return Math.max(window.size() / 2, LEAST_THRESHOLD);
  }

  @Override
  public void acknowledged(CongestionWindow window, int segments, Progress progress) {
    if (!window.isLimiting()) {
      return;
    }
    int rest = window.inSlowStart() ? window.slowStart(segments) : segments;
    if (rest > 0) {
      window.growOnePer(window.size(), rest);
    }
  }
}
