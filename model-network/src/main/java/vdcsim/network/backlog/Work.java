package vdcsim.network.backlog;

import vdcsim.hardware.ethernet.Frame;

/**
 * What software does for frames, in cycles.
 *
 * @param packet for a packet, or for a train of segments
 * @param segment for each further segment of a train
 * @param copyKib for 1024 bytes
 * @param wake before the first one when nothing waited
 * @param offload whether segments that wait behind each other are a train
 */
public record Work(long packet, long segment, long copyKib, long wake, boolean offload) {
  private static final int KIB = 1024;

  /** Whether one more frame joins a train of so many bytes. */
  public boolean joins(Frame before, Frame next, long bytes) {
    return offload && Trains.follows(before, next, bytes);
  }

  /** What a train costs, the way to it apart. */
  public long cycles(int frames, long bytes) {
    return packet + segment * (frames - 1) + copyKib * bytes / KIB;
  }
}
