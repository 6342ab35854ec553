package vdcsim.hypervisor.dirty;

import java.util.Optional;
import vdcsim.kernel.random.RandomStream;

/**
 * Which pages of a guest a migration has still to send, and which the guest has written since this
 * was last looked at. Two sets, as hypervisors keep them: a log, which the guest's writes fill, and
 * what waits, with which the log is merged when they are synchronized.
 */
public interface DirtyPages {
  /** All pages wait, and the log is empty. */
  void fill();

  /** The guest's processors run for so many seconds. */
  void run(double seconds);

  /** Pages in the log, each counted once. */
  double logged();

  /** The log is merged into what waits, and is empty. */
  void synchronize();

  /** Pages that wait. */
  double waiting();

  /** What all that waits takes to be sent, in bytes. */
  double cost();

  /** Sends what waits, the lowest pages first, as far as so many bytes reach. */
  void send(double bytes);

  /**
   * Sends the next pages of a round, in an order that scatters them over all of the memory. Pages
   * that are in the log by now are left out: they have to be sent in the next round anyway.
   *
   * @param most how many pages
   * @return what they take, in bytes
   */
  double sendFresh(int most);

  /** Pages that were left out of a round, each time that they were. */
  double leftOut();

  /** Those that were sent and held data. */
  double sentNormal();

  /** Those that were sent as zeros. */
  double sentZero();

  /** Those of which only the difference was sent. */
  double sentDelta();

  /** What was sent, in bytes. */
  double sentBytes();

  /** The machine stands still: what is sent from now on is not remembered. */
  void last();

  /** The pages one by one, where they are counted so. */
  Optional<DemandPages> demand();

  /** Writes of the guest in a second of its processors' time, now. */
  double writesPerSecond();

  /**
   * The chance that the next write of the guest meets a page that waits; of writes, not of pages.
   */
  double missing();

  /** The pages of a guest; {@code random} is used where pages are counted one by one. */
  static DirtyPages of(Memory memory, WireCost cost, Optional<Xbzrle> delta, RandomStream random) {
    boolean exact = memory.writer().map(DirtySpec::exact).orElse(false);
    return exact
        ? new ExactPages(memory, cost, delta, random)
        : new ExpectedPages(memory, cost, delta);
  }
}
