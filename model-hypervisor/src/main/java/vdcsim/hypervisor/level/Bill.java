package vdcsim.hypervisor.level;

import java.util.EnumMap;
import java.util.Map;

/** What a program has cost so far, in cycles by cause. */
public final class Bill {
  private final Map<Cause, Long> cycles = new EnumMap<>(Cause.class);
  private long total;

  /** Nothing so far. */
  public Bill() {
    for (Cause cause : Cause.values()) {
      cycles.put(cause, 0L);
    }
  }

  /** Something happened {@code times}, for so many cycles each. */
  public void add(Cause cause, long times, long each) {
    long more = Math.multiplyExact(times, each);
    cycles.merge(cause, more, Math::addExact);
    total = Math.addExact(total, more);
  }

  /** Cycles for a cause. */
  public long cycles(Cause cause) {
    return cycles.get(cause);
  }

  /** Cycles in all. */
  public long total() {
    return total;
  }
}
