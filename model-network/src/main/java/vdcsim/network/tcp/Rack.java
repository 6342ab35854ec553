package vdcsim.network.tcp;

/**
 * RACK (RFC 8985): a segment is lost when one that was sent later has arrived, and it itself has
 * not a little more than a round trip after it was sent.
 */
final class Rack {
  /** Linux, {@code TCP_RACK_RECOVERY_THRESH}: recoveries that a wider window outlives. */
  private static final int PERSIST = 16;

  private static final int MOST_STEPS = 255;

  private final RoundTrip roundTrip;
  private long latestSentNs = -1;
  private long latestEnd;
  private long roundTripNs;
  private boolean advanced;
  private boolean reorderingSeen;
  private int steps = 1;
  private int persist;
  private long adjustedNs;

  Rack(RoundTrip roundTrip) {
    this.roundTrip = roundTrip;
  }

  /** A segment has arrived; one that was sent again only tells if it was not the first copy. */
  void delivered(Scoreboard board, long index, boolean resent, AckNews news) {
    long sentNs = board.sentNs(index);
    long took = news.nowNs - sentNs;
    boolean firstCopy =
        resent
            && (took < roundTrip.leastNs()
                || (news.echoedMs >= 0 && news.echoedMs < sentNs / 1_000_000));
    if (firstCopy) {
      return;
    }
    advanced = true;
    roundTripNs = took;
    if (isLater(sentNs, board.end(index), latestSentNs, latestEnd)) {
      latestSentNs = sentNs;
      latestEnd = board.end(index);
    }
  }

  private static boolean isLater(long sentNs, long end, long otherSentNs, long otherEnd) {
    return sentNs > otherSentNs || (sentNs == otherSentNs && end > otherEnd);
  }

  void seeReordering() {
    reorderingSeen = true;
  }

  /** Something was sent twice in vain: wait longer, at most once a round trip (RFC 8985, 7.1). */
  void duplicate(long nowNs) {
    if (nowNs - adjustedNs >= roundTrip.smoothedNs()) {
      steps = Math.min(MOST_STEPS, steps + 1);
      persist = PERSIST;
      adjustedNs = nowNs;
    }
  }

  /** A recovery has ended well. */
  void recovered() {
    if (persist > 0 && --persist == 0) {
      steps = 1;
    }
  }

  /** A reduction was undone: look again. */
  void lookAgain() {
    advanced = true;
  }

  /** Whether something has arrived since it was last asked. */
  boolean takeAdvance() {
    boolean news = advanced;
    advanced = false;
    return news;
  }

  /** How much later than others a segment may come (RFC 8985, 6.2, step 4). */
  long windowNs(boolean recovering, int sacked, int reordering) {
    if (!reorderingSeen && (recovering || sacked >= reordering)) {
      return 0;
    }
    return Math.min(roundTrip.leastNs() / 4 * steps, roundTrip.smoothedNs());
  }

  /** Whether a segment was sent before the latest that has arrived. */
  boolean isOvertaken(Scoreboard board, long index) {
    return latestSentNs >= 0
        && isLater(latestSentNs, latestEnd, board.sentNs(index), board.end(index));
  }

  /** How long a segment may still come; not positive when it is lost. */
  long leftNs(Scoreboard board, long index, long nowNs, long windowNs) {
    return roundTripNs + windowNs - (nowNs - board.sentNs(index));
  }
}
