package vdcsim.network.flow;

import vdcsim.hardware.ethernet.Frame;

/**
 * What the segments of a transfer take on a wire.
 *
 * @param packetBytes a full packet
 */
record Framing(int packetBytes) {
  /** IPv4 (20), TCP (20) and its timestamps (12: RFC 7323, appendix A). */
  static final int HEADERS = 52;

  private static final int ETHERNET = Frame.HEADER_BYTES + Frame.CHECK_BYTES;
  private static final int AROUND = Frame.PREAMBLE_BYTES + Frame.GAP_BYTES;

  /** The frame of a segment without data, as an acknowledgement. */
  static final int BARE_FRAME = HEADERS + ETHERNET;

  /** Bytes of data in a full segment. */
  int segment() {
    return packetBytes - HEADERS;
  }

  /** A full segment's frame, untagged. */
  int frame() {
    return packetBytes + ETHERNET;
  }

  /** Bytes of time that a frame takes on a wire. */
  static long onWire(long frameBytes) {
    return frameBytes + AROUND;
  }

  /**
   * What {@code bytes} of data take on a wire, in full segments and a last one, untagged, up to the
   * last bit of the last frame.
   */
  long wireBytes(long bytes) {
    long full = bytes / segment();
    long rest = bytes % segment();
    long last = rest == 0 ? 0 : onWire(Math.max(Frame.LEAST_BYTES, rest + HEADERS + ETHERNET));
    long all = Math.addExact(Math.multiplyExact(full, onWire(frame())), last);
    return Math.max(0, all - Frame.GAP_BYTES);
  }

  /** Data in so many bytes on a wire, as full segments have it. */
  double data(double wireBytes) {
    return wireBytes * segment() / onWire(frame());
  }

  /** What so much data a second takes of a wire. */
  double wire(double dataRate) {
    return dataRate * onWire(frame()) / segment();
  }
}
