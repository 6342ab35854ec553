package vdcsim.hypervisor.migration.engine;

import vdcsim.hypervisor.dirty.DirtyPages;
import vdcsim.hypervisor.vm.VirtualMachine;

/** Pages that go over the way: what has been handed over, what was delivered, what was written. */
public final class Sending {
  /** The cap limits when the network gives nearly as much. */
  private static final double LIMITS = 0.99;

  private final VirtualMachine vm;
  private final DirtyPages pages;
  private final PageChannel channel;
  private final double cap;
  private double ranBefore;
  private double deliveredBefore;
  private double aheadBytes;
  private boolean left;

  Sending(VirtualMachine vm, DirtyPages pages, PageChannel channel, double cap) {
    this.vm = vm;
    this.pages = pages;
    this.channel = channel;
    this.cap = cap;
  }

  void begin() {
    ranBefore = vm.ranSeconds();
    deliveredBefore = channel.delivered();
  }

  /** The machine writes at the destination from now on. */
  void leave() {
    left = true;
  }

  boolean hasLeft() {
    return left;
  }

  /**
   * Brings writes and deliveries up to this instant.
   *
   * @return what was delivered and had not been handed over
   */
  public double settle() {
    double ran = vm.ranSeconds();
    if (!left) {
      pages.run(ran - ranBefore);
    }
    ranBefore = ran;
    double more = delivered();
    pages.send(more);
    return more;
  }

  /** The bytes that were delivered since, less those that were handed over ahead. */
  public double delivered() {
    double delivered = channel.delivered();
    double news = delivered - deliveredBefore;
    double known = Math.min(aheadBytes, news);
    aheadBytes -= known;
    deliveredBefore = delivered;
    return news - known;
  }

  /** Hands pages over before the network has carried them, as far as so many bytes reach. */
  public void ahead(double bytes) {
    aheadBytes += bytes;
    pages.send(bytes);
  }

  /**
   * Hands the next pages of a round over, but those that have been written again since it began.
   *
   * @return what they take
   */
  public double fresh(int pagesAtMost) {
    settle();
    double bytes = pages.sendFresh(pagesAtMost);
    aheadBytes += bytes;
    return bytes;
  }

  /** Bytes that were handed over and have not been delivered. */
  public double aheadBytes() {
    return aheadBytes;
  }

  /** Whether the cap is what limits, and not the network. */
  public boolean isCapped() {
    return channel.bytesPerSecond() >= LIMITS * cap;
  }

  /** What lies in the buffer of the socket: where a cap limits, the network takes all at once. */
  double queued() {
    return isCapped() ? 0 : aheadBytes;
  }
}
