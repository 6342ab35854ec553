package vdcsim.hypervisor.dirty;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vdcsim.kernel.random.RandomStream;

/**
 * Page by page, as bits. Pages of zeros lie lowest, as Linux hands out high addresses first; the
 * working set lies in the middle of the others, with its hot pages scattered evenly. What waits is
 * sent in the order of addresses, from where the last one was sent, and again from the first.
 */
final class ExactPages implements DirtyPages, DemandPages {
  private static final double GOLDEN = 0.618;

  private final WireCost wire;
  private final Optional<Xbzrle> delta;
  private final PageCache cache;
  private final RandomStream random;
  private final List<DirtySpec> writer;
  private final int pages;
  private final int zeros;
  private final int first;
  private final int written;
  private final long stride;
  private final BitSet log = new BitSet();
  private final BitSet waiting = new BitSet();
  private final double[] chances;
  private long waitingNormal;
  private long waitingZero;
  private long sentNormal;
  private long sentZero;
  private long sentDelta;
  private boolean remembers;
  private boolean sweptOnce;
  private double owedWrites;
  private double owedBytes;
  private long sweep;
  private int next;
  private int round;
  private int missing;
  private boolean bubbling;
  private boolean upwards;
  private final Scatter order;
  private int scanned;
  private long leftOut;
  private int below;

  ExactPages(Memory memory, WireCost wire, Optional<Xbzrle> delta, RandomStream random) {
    this.wire = wire;
    this.delta = delta;
    this.cache = new PageCache(delta.map(Xbzrle::cachePages).orElse(1));
    this.random = random;
    this.writer = memory.writer().stream().toList();
    this.pages = Math.toIntExact(memory.pages());
    this.written = Math.toIntExact(memory.written());
    this.zeros = Math.toIntExact(memory.zeroPages());
    this.stride = stride(written);
    this.first = zeros + Math.toIntExact(memory.still() / 2);
    this.order = new Scatter(pages);
    this.chances = writer.isEmpty() ? new double[0] : chances(writer.get(0));
  }

  /** The chance of the pages up to each rank; empty where all are alike. */
  private double[] chances(DirtySpec spec) {
    if (spec.pattern() != Pattern.ZIPF) {
      return new double[0];
    }
    double[] sums = new double[written];
    double sum = 0;
    for (int rank = 0; rank < written; rank++) {
      sum += StrictMath.pow(rank + 1.0, -spec.exponent());
      sums[rank] = sum;
    }
    for (int rank = 0; rank < written; rank++) {
      sums[rank] /= sum;
    }
    return sums;
  }

  @Override
  public void fill() {
    waiting.set(0, pages);
    log.clear();
    waitingZero = zeros;
    waitingNormal = pages - waitingZero;
    next = 0;
    round = 0;
    owedBytes = 0;
    remembers = true;
    sweptOnce = false;
    bubbling = false;
    scanned = 0;
  }

  @Override
  public void run(double seconds) {
    for (DirtySpec spec : writer) {
      owedWrites += spec.pagesPerSecond(round) * seconds;
      long writes = (long) owedWrites;
      owedWrites -= writes;
      if (spec.pattern() == Pattern.SEQUENTIAL) {
        sweep(writes);
      } else {
        for (long i = 0; i < writes; i++) {
          log.set(place(page(spec)));
        }
      }
    }
  }

  /** A step round the working set that meets each page once, and near ranks far apart. */
  private static long stride(int pages) {
    if (pages == 0) {
      return 1;
    }
    long step = Math.max(1, (long) (pages * GOLDEN));
    while (!BigInteger.valueOf(step).gcd(BigInteger.valueOf(pages)).equals(BigInteger.ONE)) {
      step++;
    }
    return step;
  }

  /** Where the page of a rank lies. */
  private int place(int rank) {
    return first + (int) (rank * stride % written);
  }

  private void sweep(long writes) {
    if (writes >= written) {
      log.set(first, first + written);
    } else {
      int from = (int) sweep;
      int to = from + (int) writes;
      log.set(first + from, first + Math.min(to, written));
      log.set(first, first + Math.max(0, to - written));
    }
    sweep = (sweep + writes) % written;
  }

  private int page(DirtySpec spec) {
    return switch (spec.pattern()) {
      case UNIFORM, SEQUENTIAL -> random.nextInt(written);
      case HOT_COLD -> hotOrCold(spec);
      case ZIPF -> {
        int found = Arrays.binarySearch(chances, random.nextDouble());
        yield Math.min(written - 1, found < 0 ? -found - 1 : found);
      }
    };
  }

  private int hotOrCold(DirtySpec spec) {
    int hot = (int) Region.of(spec).get(0).pages();
    boolean isHot = hot == written || random.nextDouble() < spec.hotWrites().value();
    return isHot ? random.nextInt(hot) : hot + random.nextInt(written - hot);
  }

  @Override
  public double logged() {
    return log.cardinality();
  }

  @Override
  public void synchronize() {
    waiting.or(log);
    log.clear();
    scanned = 0;
    round++;
    waitingNormal = waiting.cardinality() - waitingZero;
  }

  @Override
  public double waiting() {
    return waitingNormal + waitingZero;
  }

  @Override
  public double cost() {
    double whole =
        (double) waitingNormal * wire.normalBytes() + (double) waitingZero * wire.zeroBytes();
    return remembered() ? whole - saved() : whole;
  }

  /** What differences save of all that waits. */
  private double saved() {
    long hits = 0;
    for (int page = waiting.nextSetBit(zeros); page >= 0; page = waiting.nextSetBit(page + 1)) {
      hits += cache.holds(page) ? 1 : 0;
    }
    return (double) hits * (wire.normalBytes() - deltaBytes());
  }

  private int deltaBytes() {
    return delta.map(Xbzrle::bytes).orElse(wire.normalBytes());
  }

  /** Whether pages are looked up: from the end of the first pass on. */
  private boolean remembered() {
    return delta.isPresent() && sweptOnce;
  }

  @Override
  public void send(double bytes) {
    owedBytes += bytes;
    while (waitingNormal + waitingZero > 0) {
      int page = chosen();
      boolean isZero = page < zeros;
      boolean isHit = !isZero && remembered() && cache.holds(page);
      int cost = isZero ? wire.zeroBytes() : isHit ? deltaBytes() : wire.normalBytes();
      if (cost > owedBytes) {
        return;
      }
      take(page, isZero, isHit);
      owedBytes -= cost;
    }
    owedBytes = Math.min(0, owedBytes);
  }

  @Override
  public double sendFresh(int most) {
    double before = sentBytes();
    int taken = 0;
    while (taken < most && waitingNormal + waitingZero > 0) {
      int page = order.page(scanned);
      scanned = order.after(scanned);
      if (waiting.get(page) && log.get(page)) {
        leaveOut(page);
      } else if (waiting.get(page)) {
        take(page, page < zeros, false);
        taken++;
      }
    }
    return sentBytes() - before;
  }

  /** A page that was written again; those of zeros never are. */
  private void leaveOut(int page) {
    waiting.clear(page);
    waitingNormal--;
    leftOut++;
  }

  @Override
  public double leftOut() {
    return leftOut;
  }

  /** The next page in the order of addresses, or of a bubble around one that was asked for. */
  private int chosen() {
    int down = bubbling && !upwards ? waiting.previousSetBit(below) : -1;
    int up = down < 0 ? waiting.nextSetBit(next) : down;
    if (up < 0) {
      sweptOnce = true;
      return waiting.nextSetBit(0);
    }
    return up;
  }

  private void take(int page, boolean isZero, boolean isHit) {
    waiting.clear(page);
    if (bubbling && page <= below) {
      below = page - 1;
    } else {
      next = page + 1;
    }
    upwards = !upwards;
    waitingZero -= isZero ? 1 : 0;
    waitingNormal -= isZero ? 0 : 1;
    sentZero += isZero ? 1 : 0;
    sentDelta += isHit ? 1 : 0;
    sentNormal += isZero || isHit ? 0 : 1;
    if (isHit) {
      cache.touch(page, round);
    } else if (!isZero && remembered() && remembers) {
      cache.insert(page, round);
    }
  }

  @Override
  public void last() {
    remembers = false;
  }

  @Override
  public Optional<DemandPages> demand() {
    return Optional.of(this);
  }

  @Override
  public boolean write() {
    for (DirtySpec spec : writer) {
      boolean sweeps = spec.pattern() == Pattern.SEQUENTIAL;
      missing = sweeps ? first + (int) sweep : place(page(spec));
      sweep = sweeps ? (sweep + 1) % written : sweep;
      return !waiting.get(missing);
    }
    return true;
  }

  @Override
  public void fetch(Prepaging prepaging) {
    int pushNext = next;
    take(missing, false, false);
    owedBytes -= wire.normalBytes();
    bubbling = prepaging == Prepaging.BUBBLE;
    below = missing - 1;
    next = prepaging == Prepaging.NONE ? pushNext : missing + 1;
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
    return (double) sentNormal * wire.normalBytes()
        + (double) sentZero * wire.zeroBytes()
        + (double) sentDelta * deltaBytes();
  }

  @Override
  public double writesPerSecond() {
    return writer.stream().mapToDouble(w -> w.pagesPerSecond(round)).sum();
  }

  @Override
  public double missing() {
    if (writer.isEmpty()) {
      return 0;
    }
    int from = 0;
    double chance = 0;
    for (Region region : Region.of(writer.get(0))) {
      int to = from + (int) region.pages();
      long here = IntStream.range(from, to).filter(rank -> waiting.get(place(rank))).count();
      chance += region.writes() * here / region.pages();
      from = to;
    }
    return chance;
  }
}
