package vdcsim.hardware.disk;

import java.util.ArrayDeque;
import java.util.Deque;

/** The memory of a disk that holds what was written until the flash has it. */
final class WriteBuffer {
  private final long bytes;
  private final Deque<DiskRequest> waiting = new ArrayDeque<>();
  private long used;
  private long unprogrammed;

  WriteBuffer(long bytes) {
    this.bytes = bytes;
  }

  /** Takes a write, or lets it wait behind those that wait already; returns whether it is in. */
  boolean admit(DiskRequest request) {
    if (!waiting.isEmpty() || !fits(request)) {
      waiting.addLast(request);
      return false;
    }
    used += request.bytes();
    return true;
  }

  /** One that is larger than all of the buffer has it alone. */
  private boolean fits(DiskRequest request) {
    return used + request.bytes() <= bytes || used == 0;
  }

  /** How many units are full with what has just come in. */
  int ripe(long newBytes, long unit) {
    unprogrammed += newBytes;
    int units = (int) (unprogrammed / unit);
    unprogrammed -= units * unit;
    return units;
  }

  /** What does not fill a unit is stored now; returns how much that is. */
  long rest() {
    long bytes = unprogrammed;
    unprogrammed = 0;
    return bytes;
  }

  /** The flash has taken some. */
  void free(long programmed) {
    used = Math.max(0, used - programmed);
  }

  boolean nextFits() {
    return !waiting.isEmpty() && fits(waiting.getFirst());
  }

  /** The first that waits comes in. */
  DiskRequest next() {
    DiskRequest request = waiting.removeFirst();
    used += request.bytes();
    return request;
  }
}
