package vdcsim.hypervisor.migration.engine;

/**
 * The buffers of the sender's sockets. What a hypervisor has written to them has been sent for it,
 * and its clocks stop, while the network has still to carry it. When they are full, the writer
 * sleeps until a third is free (Linux, include/net/sock.h, sk_stream_min_wspace: free space of half
 * of what is queued), and fills them again at once.
 *
 * @param bytes of all connections
 * @param copyBytesPerSecond how fast is written where there is room; infinite if it takes no time
 */
public record SendBuffer(double bytes, double copyBytesPerSecond) {
  private static final double WAKES = 3;
  private static final double SECOND = 1e9;

  /** What has room, where so much lies in it. */
  public double room(double queued) {
    return Math.max(0, bytes - queued);
  }

  /** What is free when a writer that filled it wakes up. */
  public double third() {
    return bytes / WAKES;
  }

  /** What has to be delivered before a writer that filled it wakes up. */
  public double untilWritable(double queued) {
    return Math.max(0, queued - (bytes - third()));
  }

  /**
   * What has to be delivered before the last of some bytes has been written.
   *
   * @param more that is written as soon as there is room
   */
  double untilWritten(double queued, double more) {
    double late = more - room(queued);
    return late <= 0 ? 0 : StrictMath.ceil(late * WAKES / bytes) * bytes / WAKES;
  }

  /** How long writing takes where there is room. */
  long copyNs(double more) {
    return (long) (Math.min(more, bytes) / copyBytesPerSecond * SECOND);
  }
}
