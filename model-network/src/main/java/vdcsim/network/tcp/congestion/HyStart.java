package vdcsim.network.tcp.congestion;

/**
 * HyStart (Ha, Rhee 2011) as Linux has it: slow start ends before the queue overflows, when
 * acknowledgements come in a train as long as half the least round trip, or when the round trip has
 * grown by an eighth.
 */
final class HyStart {
  private static final int LOW_WINDOW = 16;
  private static final int SAMPLES = 8;
  private static final long TRAIN_GAP_NS = 2_000_000L;
  private static final long LEAST_GROWTH_NS = 4_000_000L;
  private static final long MOST_GROWTH_NS = 16_000_000L;

  /** The largest burst that Linux hands to a card (GSO_MAX_SIZE), four times. */
  private static final long BURST_BYTES = 4L * 65_536;

  private static final long MOST_ACK_DELAY_NS = 1_000_000L;

  private boolean found;
  private long leastDelayNs;
  private long roundStartNs;
  private long lastAckNs;
  private long roundEnd;
  private long leastInRoundNs = Long.MAX_VALUE;
  private int samples;
  private boolean begun;

  /** The least round trip so far; zero before the first. */
  long leastDelayNs() {
    return leastDelayNs;
  }

  /** Looks for the end of slow start anew. */
  void restart(Progress progress) {
    found = false;
    leastDelayNs = 0;
    beginRound(progress);
  }

  private void beginRound(Progress progress) {
    roundStartNs = progress.now();
    lastAckNs = progress.now();
    roundEnd = progress.sentTo();
    leastInRoundNs = Long.MAX_VALUE;
    samples = 0;
    begun = true;
  }

  void measured(CongestionWindow window, long roundTripNs, Progress progress) {
    if (leastDelayNs == 0 || roundTripNs < leastDelayNs) {
      leastDelayNs = roundTripNs;
    }
    if (!found && window.inSlowStart()) {
      update(window, roundTripNs, progress);
    }
  }

  private void update(CongestionWindow window, long roundTripNs, Progress progress) {
    if (!begun || progress.acknowledgedTo() > roundEnd) {
      beginRound(progress);
    }
    if (window.size() < LOW_WINDOW) {
      return;
    }
    if (trainIsLong(progress) || delayHasGrown(roundTripNs)) {
      found = true;
      window.moveThreshold(window.size());
    }
  }

  private boolean trainIsLong(Progress progress) {
    long now = progress.now();
    if (now - lastAckNs > TRAIN_GAP_NS) {
      return false;
    }
    lastAckNs = now;
    return now - roundStartNs > (leastDelayNs + ackDelayNs(progress.bytesPerSecond())) / 2;
  }

  private static long ackDelayNs(long bytesPerSecond) {
    return bytesPerSecond == 0
        ? 0
        : Math.min(MOST_ACK_DELAY_NS, BURST_BYTES * 1_000_000_000L / bytesPerSecond);
  }

  private boolean delayHasGrown(long roundTripNs) {
    leastInRoundNs = Math.min(leastInRoundNs, roundTripNs);
    if (samples < SAMPLES) {
      samples++;
      return false;
    }
    long growth = Math.max(LEAST_GROWTH_NS, Math.min(MOST_GROWTH_NS, leastDelayNs / 8));
    return leastInRoundNs > leastDelayNs + growth;
  }
}
