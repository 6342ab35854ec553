package vdcsim.hardware.nic;

/** Keeps the interrupts of a queue apart. */
final class Moderation {
  private final ModerationSpec spec;
  private long intervalNs;
  private long sampledNs;
  private long packets;
  private long lastNs;
  private boolean fired;

  Moderation(ModerationSpec spec) {
    this.spec = spec;
    this.intervalNs = spec.intervalNs();
  }

  /** A packet has come; where it adapts, it looks at what came in the last whole sample. */
  void packet(long nowNs) {
    if (!spec.adaptive()) {
      return;
    }
    long sampleNs = spec.sample().toNanos();
    if (nowNs - sampledNs >= sampleNs) {
      boolean whole = nowNs - sampledNs < 2 * sampleNs;
      intervalNs = spec.intervalNs(whole ? packets : 0);
      sampledNs = nowNs - nowNs % sampleNs;
      packets = 0;
    }
    packets++;
  }

  /** How long the next interrupt must wait. */
  long waitNs(long nowNs) {
    return fired ? Math.max(0, lastNs + intervalNs - nowNs) : 0;
  }

  /** The least time between two interrupts, as it stands. */
  long intervalNs() {
    return intervalNs;
  }

  void fired(long nowNs) {
    fired = true;
    lastNs = nowNs;
  }
}
