package vdcsim.hardware.ethernet;

/** One attempt of a station to send a frame on a shared medium, and where its signal goes. */
final class Transmission {
  private final CsmaCd sender;
  private final Frame frame;
  private final Reach reach;
  private boolean whole = true;
  private boolean cut;

  Transmission(CsmaCd sender, Frame frame, Reach reach) {
    this.sender = sender;
    this.frame = frame;
    this.reach = reach;
  }

  CsmaCd sender() {
    return sender;
  }

  Frame frame() {
    return frame;
  }

  /** Who hears it, as the cables stood when it began. */
  Reach reach() {
    return reach;
  }

  /** Whether the frame goes out to its end; not so after a collision that its sender noticed. */
  boolean isWhole() {
    return whole;
  }

  void abort() {
    whole = false;
  }

  /** Whether cables of the medium came or went while it was on its way. */
  boolean isCut() {
    return cut;
  }

  void cut() {
    cut = true;
  }
}
