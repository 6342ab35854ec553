package vdcsim.hypervisor.level.runtime;

import java.util.Locale;

/** How well a method is compiled (HotSpot, tiers 0, 3 and 4). */
enum Tier {
  INTERPRETED,
  /** By the quick compiler, with counters in the code. */
  PROFILED,
  /** By the optimizing compiler. */
  OPTIMIZED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
