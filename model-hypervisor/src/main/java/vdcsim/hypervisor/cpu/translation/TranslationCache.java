package vdcsim.hypervisor.cpu.translation;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.hypervisor.cpu.KernelCode;

/**
 * The translated blocks. When a block finds no room, all are thrown away, as the simplest policy
 * does; so a loop that is longer than the cache translates each block in each round.
 */
final class TranslationCache {
  private final long capacity;
  private final Map<Integer, Long> held = new LinkedHashMap<>();
  private long used;
  private long flushes;

  TranslationCache(long capacity) {
    this.capacity = capacity;
  }

  /** Runs through code so many times; returns how many instructions had to be translated. */
  long run(KernelCode code, long rounds) {
    long size = (long) code.blocks() * code.instructions();
    if (size > capacity) {
      held.clear();
      used = 0;
      flushes += rounds * (size / capacity);
      return size * rounds;
    }
    long present = held.getOrDefault(code.place(), 0L);
    if (present >= size) {
      return 0;
    }
    if (used + size - present > capacity) {
      held.clear();
      used = 0;
      flushes++;
      present = 0;
    }
    held.put(code.place(), size);
    used += size - present;
    return size - present;
  }

  /** How often everything was thrown away. */
  long flushes() {
    return flushes;
  }
}
