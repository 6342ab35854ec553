package vdcsim.network.tcp;

/** What one acknowledgement has brought; one object serves all of a connection. */
final class AckNews {
  long nowNs;

  /** The echoed timestamp in milliseconds of the run; negative without one. */
  long echoedMs;

  boolean advanced;
  boolean withData;
  boolean windowChanged;

  /** Whether a block said that something came twice. */
  boolean duplicate;

  /** Whether something arrived out of order. */
  boolean sacked;

  /** Whether something that was sent again has been acknowledged by number. */
  boolean retransmitted;

  /** Whether something that was sent once, before the loss, has arrived. */
  boolean original;

  /** Segments acknowledged by number. */
  int removed;

  /** Segments that have arrived, in either way. */
  int delivered;

  /** Segments taken for lost. */
  int lost;

  /** Whether a copy was found lost. */
  boolean copyLost;

  boolean restartTimer;
  long reordered;
  long firstNs;
  long lastNs;
  long firstSackedNs;
  long lastSackedNs;

  AckNews() {
    reset();
  }

  /** Forgets all. */
  final void reset() {
    duplicate = false;
    sacked = false;
    retransmitted = false;
    original = false;
    removed = 0;
    delivered = 0;
    lost = 0;
    copyLost = false;
    restartTimer = false;
    reordered = Long.MAX_VALUE;
    firstNs = -1;
    lastNs = -1;
    firstSackedNs = -1;
    lastSackedNs = -1;
  }

  /** RFC 5681, 2: neither data, nor another window, nor a new number. */
  boolean isDuplicateAck() {
    return !advanced && !withData && !windowChanged && removed == 0;
  }
}
