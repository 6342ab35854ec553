package vdcsim.network.tcp;

/**
 * Segments that Linux hands to a card together, even to one that does not cut them itself ({@code
 * tcp_output.c}): they leave one by one, but are waited for together.
 */
final class Burst {
  /** Linux, GSO_MAX_SIZE. */
  private static final long MOST_BURST_BYTES = 65_536;

  private static final long RECENT_NS = 1_000_000L;

  private final SendSide send;

  Burst(SendSide send) {
    this.send = send;
  }

  /**
   * How many segments Linux hands to a card at once: what passes in a millisecond, at least 2
   * ({@code tcp_tso_autosize}).
   */
  int segments() {
    long bytes = send.bytesPerSecond() >> 10;
    long shift = (send.roundTrip.leastNs() / 1000) >> 9;
    bytes += shift < 32 ? MOST_BURST_BYTES >> shift : 0;
    return (int) Math.max(2, Math.min(MOST_BURST_BYTES, bytes) / send.segmentSize);
  }

  /**
   * Whether it is better to wait for the next acknowledgement, which lets more go out at once
   * ({@code tcp_tso_should_defer}): while the last segments went out a short time ago, the window
   * has room for less than a burst and a third of itself, and the acknowledgement is due soon.
   */
  boolean waits() {
    long now = send.now();
    if (send.board.isEmpty()
        || send.queue.end() - send.next <= send.segmentSize
        || send.recovery.state().compareTo(LossRecovery.State.RECOVERY) >= 0
        || now - send.lastSentNs() > RECENT_NS) {
      return false;
    }
    long room =
        Math.min(
            send.windowEnd() - send.next,
            (long) (send.window.size() - send.board.inFlight()) * send.segmentSize);
    long third = Math.min(send.peerWindow(), (long) send.window.size() * send.segmentSize) / 3;
    long headAgeNs = now - send.board.sentNs(send.board.head());
    return room < (long) segments() * send.segmentSize
        && room < third
        && room <= send.queue.end() - send.next
        && headAgeNs >= send.roundTrip.smoothedNs() / 2;
  }
}
