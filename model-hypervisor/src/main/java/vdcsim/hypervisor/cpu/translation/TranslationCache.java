package vdcsim.hypervisor.cpu.translation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** The translated blocks, each with its length, in the order in which they were translated. */
final class TranslationCache {
  private final long capacity;
  private final EvictionPolicy policy;
  private final Map<Long, Integer> held = new LinkedHashMap<>();
  private final LongConsumer evicted;
  private long used;
  private long evictions;
  private long flushes;

  /**
   * An empty cache.
   *
   * @param capacity in instructions of the guest
   * @param evicted is told which block is gone
   */
  TranslationCache(long capacity, EvictionPolicy policy, LongConsumer evicted) {
    this.capacity = capacity;
    this.policy = policy;
    this.evicted = evicted;
  }

  boolean holds(long block) {
    return held.containsKey(block);
  }

  /** Takes a block in, and makes room for it before; a block longer than the cache is not kept. */
  void add(long block, int instructions) {
    if (used + instructions > capacity) {
      makeRoom(instructions);
    }
    if (used + instructions <= capacity) {
      held.put(block, instructions);
      used += instructions;
    }
  }

  private void makeRoom(int instructions) {
    Iterator<Map.Entry<Long, Integer>> oldest = held.entrySet().iterator();
    while (oldest.hasNext() && (policy == EvictionPolicy.FLUSH || used + instructions > capacity)) {
      Map.Entry<Long, Integer> block = oldest.next();
      used -= block.getValue();
      oldest.remove();
      evictions++;
      evicted.accept(block.getKey());
    }
    flushes += policy == EvictionPolicy.FLUSH ? 1 : 0;
  }

  /** Instructions that it holds. */
  long used() {
    return used;
  }

  /** Blocks that were thrown away so far; it grows with each. */
  long evictions() {
    return evictions;
  }

  /** How often everything was thrown away. */
  long flushes() {
    return flushes;
  }
}
