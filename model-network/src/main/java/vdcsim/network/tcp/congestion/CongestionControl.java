package vdcsim.network.tcp.congestion;

/** How the congestion window moves. One object serves one connection. */
public interface CongestionControl {
  /** The threshold after a loss, at least 2 segments; called when a reduction begins. */
  int thresholdAfterLoss(CongestionWindow window);

  /** Segments were acknowledged while nothing is lost: the window may grow. */
  void acknowledged(CongestionWindow window, int segments, Progress progress);

  /** A round trip was measured. */
  default void measured(CongestionWindow window, long roundTripNs, Progress progress) {}

  /** A retransmission time-out has expired. */
  default void timedOut(Progress progress) {}

  /** Sending begins again after nothing was on its way; the last segment left at {@code lastNs}. */
  default void resumed(long lastNs, Progress progress) {}

  /** The window after a reduction that turned out to be wrong. */
  default int windowAfterUndo(CongestionWindow window) {
    return Math.max(window.size(), window.beforeReduction());
  }
}
