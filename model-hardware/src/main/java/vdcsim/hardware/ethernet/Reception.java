package vdcsim.hardware.ethernet;

/**
 * What a half-duplex station makes of the signals that it hears: a frame that was heard alone from
 * its first bit to its last arrives; what overlapped or was broken off is a fragment.
 */
final class Reception {
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final EthernetPort port;
  private final HalfDuplexMeter meter;
  private final HalfDuplexTimes times;
  private long sinceNs;
  private boolean alone;
  private boolean talkedOver;

  Reception(EthernetPort port, HalfDuplexMeter meter, HalfDuplexTimes times) {
    this.port = port;
    this.meter = meter;
    this.times = times;
  }

  /** The station itself begins to send: what it hears meanwhile is no reception. */
  void talkOver() {
    talkedOver = true;
    alone = false;
  }

  /** A signal comes; {@code signals} there are now. */
  void begins(Transmission from, int signals, boolean sending, long nowNs) {
    alone = signals == 1 && !sending;
    if (signals == 1) {
      sinceNs = nowNs;
      talkedOver = sending;
    }
  }

  /** A signal goes; {@code signals} are left. */
  void ends(Transmission from, int signals, long nowNs) {
    boolean heard = alone;
    if (from.isWhole()) {
      from.sender().copies().arrived(heard, from.isCut());
      hear(from, heard);
    }
    if (signals == 0) {
      alone = false;
      if (!talkedOver && !(heard && from.isWhole())) {
        fragment(nowNs - sinceNs);
      }
    }
  }

  private void hear(Transmission from, boolean heard) {
    if (from.isCut()) {
      from.sender().port().cutOff(1);
    } else if (heard) {
      port.arrive(from.frame());
    }
  }

  /** Less than 64 bytes behind the preamble are a collision's rest (4.2.4.2.2). */
  private void fragment(long lengthNs) {
    long bytes = (lengthNs - times.preambleNs()) * times.bitsPerSecond() / NS_PER_SECOND / 8;
    if (bytes < Frame.LEAST_BYTES) {
      meter.heardRunt();
    } else {
      port.heardFragment();
    }
  }
}
