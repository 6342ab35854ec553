package vdcsim.network.tcp;

/**
 * The estimate of the round trip, and the retransmission time-out (RFC 6298, 2), with the deviation
 * that Linux takes ({@code tcp_rtt_estimator}): it falls at once when round trips get shorter, and
 * the largest of each round trip counts. In microseconds within, as Linux.
 */
final class RoundTrip {
  /** Linux, {@code TCP_RTO_MIN}; RFC 6298 says 1 s. */
  static final long LEAST_NS = 200_000_000L;

  /** Linux, {@code TCP_RTO_MAX}; RFC 6298, 2.5 says at least 60 s. */
  static final long MOST_NS = 120_000_000_000L;

  /** Before the first round trip (RFC 6298, 2.1). */
  static final long INITIAL_NS = 1_000_000_000L;

  private static final long LEAST_DEVIATION_US = LEAST_NS / 1000;

  private long smoothedTimes8Us;
  private long deviationTimes4Us;
  private long largestDeviationUs;
  private long variationUs;
  private long roundEnd;
  private long leastNs = Long.MAX_VALUE;
  private long timeOutNs = INITIAL_NS;

  /**
   * A round trip was measured.
   *
   * @param roundTripNs of the segment that waited longest for its acknowledgement
   * @param shortestNs of the one that waited least
   * @param acknowledgedTo the first number not acknowledged
   * @param sentTo the first number not sent
   */
  void measured(long roundTripNs, long shortestNs, long acknowledgedTo, long sentTo) {
    leastNs = Math.min(leastNs, shortestNs);
    long m = Math.max(1, roundTripNs / 1000);
    if (smoothedTimes8Us == 0) {
      smoothedTimes8Us = m << 3;
      deviationTimes4Us = m << 1;
      variationUs = Math.max(deviationTimes4Us, LEAST_DEVIATION_US);
      largestDeviationUs = variationUs;
      roundEnd = sentTo;
    } else {
      smooth(m);
      if (acknowledgedTo > roundEnd) {
        endRound(sentTo);
      }
    }
    timeOutNs = Math.min(MOST_NS, ((smoothedTimes8Us >> 3) + variationUs) * 1000);
  }

  private void smooth(long m) {
    long error = m - (smoothedTimes8Us >> 3);
    smoothedTimes8Us += error;
    if (error < 0) {
      error = -error - (deviationTimes4Us >> 2);
      // A shorter round trip must not widen the deviation as a longer one does.
      error = error > 0 ? error >> 3 : error;
    } else {
      error -= deviationTimes4Us >> 2;
    }
    deviationTimes4Us += error;
    if (deviationTimes4Us > largestDeviationUs) {
      largestDeviationUs = deviationTimes4Us;
      variationUs = Math.max(variationUs, largestDeviationUs);
    }
  }

  private void endRound(long sentTo) {
    if (largestDeviationUs < variationUs) {
      variationUs -= (variationUs - largestDeviationUs) >> 2;
    }
    roundEnd = sentTo;
    largestDeviationUs = LEAST_DEVIATION_US;
  }

  /** Whether a round trip was ever measured. */
  boolean isKnown() {
    return smoothedTimes8Us > 0;
  }

  /** The smoothed round trip; zero before the first. */
  long smoothedNs() {
    return (smoothedTimes8Us >> 3) * 1000;
  }

  /** The least round trip; endless before the first. */
  long leastNs() {
    return leastNs;
  }

  /** The time-out, without backing off. */
  long timeOutNs() {
    return timeOutNs;
  }
}
