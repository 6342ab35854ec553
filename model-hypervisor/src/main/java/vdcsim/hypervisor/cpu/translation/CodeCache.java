package vdcsim.hypervisor.cpu.translation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vdcsim.hypervisor.cpu.KernelCode;
import vdcsim.kernel.random.RandomStream;

/**
 * What running through code asks of the translator: the blocks that are not in the cache, and the
 * jumps between code at two places that are not chained yet.
 */
final class CodeCache {
  private static final int PLACE_BITS = 32;
  private static final long INDEX = (1L << PLACE_BITS) - 1;

  private final TranslationCache cache;
  private final Optional<RandomStream> random;
  private final Map<Integer, Long> completeSince = new LinkedHashMap<>();
  private final Map<Integer, Footprint> footprints = new LinkedHashMap<>();
  private final Set<Long> chained = new LinkedHashSet<>();
  private int before = -1;

  CodeCache(TranslationSpec spec) {
    this(spec, Optional.empty());
  }

  CodeCache(TranslationSpec spec, RandomStream random) {
    this(spec, Optional.of(random));
  }

  private CodeCache(TranslationSpec spec, Optional<RandomStream> random) {
    this.cache = new TranslationCache(spec.cache(), spec.eviction(), this::evicted);
    this.random = random;
  }

  /**
   * What had to be done.
   *
   * @param translated blocks
   * @param chainings jumps that left the cache once, and were then patched to go on inside it
   */
  record Work(long translated, long chainings) {}

  private static long id(int place, int index) {
    return ((long) place << PLACE_BITS) | index;
  }

  private void evicted(long block) {
    Footprint footprint = footprints.get((int) (block >>> PLACE_BITS));
    if (footprint != null) {
      footprint.lack((int) (block & INDEX));
    }
  }

  /** Runs through code so many times. */
  Work run(KernelCode code, long rounds) {
    long evictions = cache.evictions();
    long translated = code.skew().isPresent() ? draw(code, rounds) : loop(code, rounds);
    if (cache.evictions() != evictions) {
      // Jumps into what is gone have been unchained; those of other code are, too, to be simple.
      chained.clear();
    }
    long chainings = chain(before, code.place());
    if (rounds > 1) {
      chainings += chain(code.place(), code.place());
    }
    before = code.place();
    return new Work(translated, chainings);
  }

  private int chain(int from, int to) {
    return from >= 0 && chained.add(id(from, to)) ? 1 : 0;
  }

  /** The same blocks in each round; once a round has found them all, so do those that follow. */
  private long loop(KernelCode code, long rounds) {
    Long since = completeSince.get(code.place());
    if (since != null && since == cache.evictions()) {
      return 0;
    }
    long translated = 0;
    long last = 0;
    for (long round = 0; round < rounds; round++) {
      long missed = pass(code);
      translated += missed;
      if (missed == 0) {
        break;
      }
      if (round > 0 && missed >= last && missed == code.blocks()) {
        // Longer than the cache: each block is gone before it is run again.
        return translated + missed * (rounds - round - 1);
      }
      last = missed;
    }
    if (isComplete(code)) {
      completeSince.put(code.place(), cache.evictions());
    }
    return translated;
  }

  private boolean isComplete(KernelCode code) {
    for (int i = 0; i < code.blocks(); i++) {
      if (!cache.holds(id(code.place(), i))) {
        return false;
      }
    }
    return true;
  }

  private long pass(KernelCode code) {
    long missed = 0;
    for (int i = 0; i < code.blocks(); i++) {
      long block = id(code.place(), i);
      if (!cache.holds(block)) {
        missed++;
        cache.add(block, code.instructions());
      }
    }
    return missed;
  }

  /** Blocks drawn from all that there are. */
  private long draw(KernelCode code, long rounds) {
    Footprint footprint =
        footprints.computeIfAbsent(
            code.place(),
            place ->
                new Footprint(code.footprint(), code.skew().orElseThrow(), random.orElseThrow()));
    long left = Math.multiplyExact(rounds, code.blocks());
    long translated = 0;
    while (true) {
      long hits = footprint.drawsThatHit();
      if (hits >= left) {
        return translated;
      }
      left -= hits + 1;
      int block = footprint.missed();
      long id = id(code.place(), block);
      translated++;
      cache.add(id, code.instructions());
      if (cache.holds(id)) {
        footprint.hold(block);
      }
    }
  }

  TranslationCache cache() {
    return cache;
  }
}
