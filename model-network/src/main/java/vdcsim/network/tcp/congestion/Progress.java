package vdcsim.network.tcp.congestion;

/** How far a connection has come. */
public interface Progress {
  /** The present instant, in nanoseconds. */
  long now();

  /** The number behind the last byte that was sent. */
  long sentTo();

  /** The number behind the last byte that was acknowledged. */
  long acknowledgedTo();

  /** The rate at which it sends, in bytes per second, as Linux would pace it; zero when unknown. */
  long bytesPerSecond();
}
