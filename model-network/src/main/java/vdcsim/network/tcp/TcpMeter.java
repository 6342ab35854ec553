package vdcsim.network.tcp;

/** Looks on while a connection sends; for metrics. */
public interface TcpMeter {
  /** Looks at nothing. */
  TcpMeter NONE = new TcpMeter() {};

  /** A segment with so many bytes of data was sent, be it for the first time or again. */
  default void sent(int dataBytes) {}

  /** A segment was sent again. */
  default void retransmitted() {}

  /** The retransmission time-out expired. */
  default void timeOut() {}

  /** A loss was found before a time-out. */
  default void recovery() {}

  /** The smoothed round trip is now this long. */
  default void roundTrip(long smoothedNs) {}
}
