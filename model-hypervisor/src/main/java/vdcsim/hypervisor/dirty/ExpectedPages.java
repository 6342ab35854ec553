package vdcsim.hypervisor.dirty;

import java.util.ArrayList;
import java.util.List;

/**
 * Expected numbers of pages. Of {@code W} pages that get {@code r} writes a second at random,
 * {@code W (1 - exp(-r t / W))} are in the log after {@code t} seconds; two random sets of {@code
 * a} and {@code b} pages have {@code a b / W} in common. A sweep meets {@code min(W, r t)} pages,
 * and goes on behind those of before. Pages of zeros are sent first, all others in proportion.
 */
final class ExpectedPages implements DirtyPages {
  private final WireCost wire;
  private final List<DirtySpec> writer;
  private final List<Set> sets = new ArrayList<>();
  private final double still;
  private final double zeros;
  private double stillWaiting;
  private double zerosWaiting;
  private double sentNormal;
  private double sentZero;
  private int round;

  /** Some pages that are written alike. */
  private static final class Set {
    private final Region region;
    private final boolean sweep;
    private double logged;
    private double waiting;

    Set(Region region, boolean sweep) {
      this.region = region;
      this.sweep = sweep;
    }

    void write(double writes) {
      double pages = region.pages();
      double here = writes * region.writes();
      logged =
          sweep
              ? Math.min(pages, logged + here)
              : pages - (pages - logged) * StrictMath.exp(-here / pages);
    }

    void merge() {
      double pages = region.pages();
      waiting =
          sweep ? Math.min(pages, waiting + logged) : waiting + logged - waiting * logged / pages;
      logged = 0;
    }
  }

  ExpectedPages(Memory memory, WireCost wire) {
    this.wire = wire;
    this.writer = memory.writer().stream().toList();
    this.still = memory.still();
    this.zeros = memory.zeroPages();
    for (DirtySpec spec : writer) {
      boolean sweep = spec.pattern() == Pattern.SEQUENTIAL;
      Region.of(spec).forEach(region -> sets.add(new Set(region, sweep)));
    }
  }

  @Override
  public void fill() {
    stillWaiting = still;
    zerosWaiting = zeros;
    round = 0;
    for (Set set : sets) {
      set.waiting = set.region.pages();
      set.logged = 0;
    }
  }

  @Override
  public void run(double seconds) {
    for (DirtySpec spec : writer) {
      double writes = spec.pagesPerSecond(round) * seconds;
      sets.forEach(set -> set.write(writes));
    }
  }

  @Override
  public double logged() {
    return sets.stream().mapToDouble(set -> set.logged).sum();
  }

  @Override
  public void synchronize() {
    sets.forEach(Set::merge);
    round++;
  }

  private double waitingNormal() {
    return stillWaiting + sets.stream().mapToDouble(set -> set.waiting).sum();
  }

  @Override
  public double waiting() {
    return waitingNormal() + zerosWaiting;
  }

  @Override
  public double cost() {
    return waitingNormal() * wire.normalBytes() + zerosWaiting * wire.zeroBytes();
  }

  @Override
  public void send(double bytes) {
    double zerosNow = Math.min(zerosWaiting, bytes / wire.zeroBytes());
    zerosWaiting -= zerosNow;
    sentZero += zerosNow;
    double left = bytes - zerosNow * wire.zeroBytes();
    double normal = waitingNormal();
    double cost = normal * wire.normalBytes();
    double part = cost <= left ? 1 : left / cost;
    sentNormal += part * normal;
    stillWaiting *= 1 - part;
    sets.forEach(set -> set.waiting *= 1 - part);
  }

  @Override
  public double sentNormal() {
    return sentNormal;
  }

  @Override
  public double sentZero() {
    return sentZero;
  }

  @Override
  public double writesPerSecond() {
    return writer.stream().mapToDouble(w -> w.pagesPerSecond(round)).sum();
  }

  @Override
  public double missing() {
    return sets.stream()
        .mapToDouble(set -> set.region.writes() * set.waiting / set.region.pages())
        .sum();
  }
}
