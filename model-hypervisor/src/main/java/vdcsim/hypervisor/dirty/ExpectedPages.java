package vdcsim.hypervisor.dirty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Expected numbers of pages. Of {@code W} pages that get {@code r} writes a second at random,
 * {@code W (1 - exp(-r t / W))} are in the log after {@code t} seconds; two random sets of {@code
 * a} and {@code b} pages have {@code a b / W} in common. A sweep meets {@code min(W, r t)} pages,
 * and goes on behind those of before. Pages of zeros are sent first, all others in proportion.
 */
final class ExpectedPages implements DirtyPages {
  private final WireCost wire;
  private final Optional<Xbzrle> delta;
  private final double pages;
  private final List<DirtySpec> writer;
  private final List<Set> sets = new ArrayList<>();
  private final double still;
  private final double zeros;
  private double stillWaiting;
  private double zerosWaiting;
  private double sentNormal;
  private double sentZero;
  private double sentDelta;
  private boolean remembers;
  private double leftOut;
  private int round;

  /** Some pages that are written alike. */
  private static final class Set {
    private final Region region;
    private final boolean sweep;
    private double logged;
    private double waiting;

    /** What waited at the beginning of the round. */
    private double round;

    /** The part of its pages that are remembered. */
    private double cached;

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

    void remember(double sent, double room) {
      cached = Math.max(cached, Math.min(room, cached + sent / region.pages()));
    }

    /**
     * The part of the pages that wait that is in the log. Writes anywhere meet what waits as they
     * meet all; a sweep meets it when it has gone round what does not wait.
     */
    double again() {
      double pages = region.pages();
      if (!sweep) {
        return logged / pages;
      }
      double met = Math.min(round, Math.max(0, logged + round - pages));
      return round == 0 ? 0 : met / round;
    }

    void merge() {
      double pages = region.pages();
      waiting =
          sweep ? Math.min(pages, waiting + logged) : waiting + logged - waiting * logged / pages;
      logged = 0;
      round = waiting;
    }
  }

  ExpectedPages(Memory memory, WireCost wire, Optional<Xbzrle> delta) {
    this.wire = wire;
    this.delta = delta;
    this.pages = memory.pages();
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
    remembers = true;
    for (Set set : sets) {
      set.cached = 0;
      set.waiting = set.region.pages();
      set.round = set.waiting;
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
    double saved = sets.stream().mapToDouble(set -> set.waiting * set.cached).sum() * saving();
    return waitingNormal() * wire.normalBytes() + zerosWaiting * wire.zeroBytes() - saved;
  }

  /** What the difference takes less than the page. */
  private double saving() {
    return wire.normalBytes() - delta.map(Xbzrle::bytes).orElse(wire.normalBytes());
  }

  @Override
  public void send(double bytes) {
    double zerosNow = Math.min(zerosWaiting, bytes / wire.zeroBytes());
    zerosWaiting -= zerosNow;
    sentZero += zerosNow;
    double left = bytes - zerosNow * wire.zeroBytes();
    double cost = cost() - zerosWaiting * wire.zeroBytes();
    double part = cost <= left ? 1 : left / cost;
    boolean sweptOnce = sentNormal + sentZero >= pages - 1;
    sentNormal += part * waitingNormal();
    stillWaiting *= 1 - part;
    for (Set set : sets) {
      double hits = part * set.waiting * set.cached;
      sentDelta += hits;
      sentNormal -= hits;
      if (sweptOnce && remembers) {
        set.remember(part * set.waiting - hits, room());
      }
      set.waiting *= 1 - part;
    }
  }

  @Override
  public double sendFresh(int most) {
    double fresh = stillWaiting + zerosWaiting;
    for (Set set : sets) {
      fresh += set.waiting * (1 - set.again());
    }
    double part = fresh <= most ? 1 : most / fresh;
    double before = sentBytes();
    sentZero += part * zerosWaiting;
    sentNormal += part * (fresh - zerosWaiting);
    for (Set set : sets) {
      leftOut += part * set.waiting * set.again();
      set.waiting *= 1 - part;
    }
    stillWaiting *= 1 - part;
    zerosWaiting *= 1 - part;
    return sentBytes() - before;
  }

  @Override
  public double leftOut() {
    return leftOut;
  }

  /** The part of the written pages for which there is a place. */
  private double room() {
    double written = sets.stream().mapToDouble(set -> set.region.pages()).sum();
    return Math.min(1, delta.map(Xbzrle::cachePages).orElse(0) / written);
  }

  @Override
  public void last() {
    remembers = false;
  }

  @Override
  public Optional<DemandPages> demand() {
    return Optional.empty();
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
  public double sentDelta() {
    return sentDelta;
  }

  @Override
  public double sentBytes() {
    return sentNormal * wire.normalBytes()
        + sentZero * wire.zeroBytes()
        + sentDelta * (wire.normalBytes() - saving());
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
