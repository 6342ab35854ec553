package vdcsim.network.tcp;

/**
 * Proportional rate reduction (RFC 6937): while losses are repaired, the window follows what has
 * arrived, so that it ends at the threshold without a pause.
 */
final class RateReduction {
  private final SendSide send;
  private int delivered;
  private int sent;

  RateReduction(SendSide send) {
    this.send = send;
  }

  void begin() {
    delivered = 0;
    sent = 0;
  }

  void sent(int segments) {
    sent += segments;
  }

  /** Sets the window for what an acknowledgement has brought. */
  void acknowledged(AckNews news) {
    if (news.delivered > 0) {
      reduce(news.delivered, news.advanced && news.lost == 0);
    }
  }

  /** Sets the window where a timer has found a loss. */
  void force() {
    reduce(1, false);
  }

  private void reduce(int newly, boolean good) {
    int threshold = send.window.threshold();
    int inFlight = send.board.inFlight();
    int missing = threshold - inFlight;
    delivered += newly;
    int allowed;
    if (missing < 0) {
      long before = send.window.beforeReduction();
      allowed = (int) (((long) threshold * delivered + before - 1) / before) - sent;
    } else {
      allowed = Math.max(delivered - sent, newly) + (good ? 1 : 0);
      allowed = Math.min(missing, allowed);
    }
    send.window.resize(inFlight + Math.max(allowed, sent > 0 ? 0 : 1));
  }
}
