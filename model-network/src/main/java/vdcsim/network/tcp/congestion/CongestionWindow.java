package vdcsim.network.tcp.congestion;

/**
 * The congestion window of a connection and its slow-start threshold, in segments, as Linux has.
 */
public final class CongestionWindow {
  /** No threshold yet (Linux, {@code TCP_INFINITE_SSTHRESH}). */
  public static final int INFINITE = Integer.MAX_VALUE;

  /** Ten segments (RFC 6928, 2). */
  public static final int INITIAL = 10;

  private int size = INITIAL;
  private int threshold = INFINITE;
  private int counted;
  private int beforeReduction;
  private boolean limited;
  private int mostInFlight;

  /** How many segments may be on their way. */
  public int size() {
    return size;
  }

  /** Makes it another size, at least 1. */
  public void resize(int segments) {
    size = Math.max(1, segments);
  }

  /** Below it the window grows by slow start. */
  public int threshold() {
    return threshold;
  }

  /** Makes the threshold another. */
  public void moveThreshold(int segments) {
    threshold = segments;
  }

  /** The size that a reduction began with. */
  public int beforeReduction() {
    return beforeReduction;
  }

  /** A reduction begins: growth starts to count anew. */
  public void beginReduction(int newThreshold) {
    counted = 0;
    beforeReduction = size;
    threshold = newThreshold;
  }

  /** Growth starts to count anew. */
  public void resetCount() {
    counted = 0;
  }

  /** Whether the window grows by slow start (RFC 5681, 3.1). */
  public boolean inSlowStart() {
    return size < threshold;
  }

  /**
   * Notes how far the window was used (RFC 9293 leaves it open; Linux, {@code tcp_cwnd_validate}).
   *
   * @param isLimited whether it kept segments back in the present flight
   * @param most the most segments that were on their way in it
   */
  public void use(boolean isLimited, int most) {
    limited = isLimited;
    mostInFlight = most;
  }

  /** Whether it kept segments back in the present flight. */
  public boolean keptBack() {
    return limited;
  }

  /** The most segments that were on their way in the present flight. */
  public int mostInFlight() {
    return mostInFlight;
  }

  /**
   * Whether it is the window that holds the sender back; if not, it does not grow, but in slow
   * start up to twice what was on its way (Linux, {@code tcp_is_cwnd_limited}).
   */
  public boolean isLimiting() {
    return limited || (inSlowStart() && size < 2L * mostInFlight);
  }

  /**
   * Slow start (RFC 5681, 3.1; RFC 3465 with no limit): a segment for each acknowledged.
   *
   * @return how many of the {@code acknowledged} are left when the threshold is reached
   */
  int slowStart(int acknowledged) {
    int grown = (int) Math.min((long) size + acknowledged, threshold);
    int rest = acknowledged - (grown - size);
    size = grown;
    return rest;
  }

  /** One segment more for each {@code segments} acknowledged. */
  void growOnePer(int segments, int acknowledged) {
    if (counted >= segments) {
      counted = 0;
      size++;
    }
    counted += acknowledged;
    if (counted >= segments) {
      int more = counted / segments;
      counted -= more * segments;
      size += more;
    }
  }
}
