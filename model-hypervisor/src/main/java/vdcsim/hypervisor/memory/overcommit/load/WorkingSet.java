package vdcsim.hypervisor.memory.overcommit.load;

import vdcsim.kernel.random.RandomStream;

/** A part of a program's memory, of which runs of pages are used. */
final class WorkingSet {
  private final int first;
  private final int runPages;
  private final int runs;
  private final Access access;
  private final int hot;
  private final double hotUses;
  private int at;

  /** Pages from {@code first}, of which a part may be hot. */
  WorkingSet(int first, int pages, MemoryLoadSpec spec) {
    this.first = first;
    this.runPages = Math.min(pages, spec.runPages());
    this.runs = pages / runPages;
    this.access = spec.access();
    this.hot = Math.max(1, Math.min(runs - 1, (int) (spec.hotPart().value() * runs)));
    this.hotUses = spec.hotUses().value();
  }

  /** How many pages are used in order. */
  int runPages() {
    return runPages;
  }

  /** The first page of the next run. */
  int next(RandomStream random) {
    int run =
        switch (access) {
          case UNIFORM -> random.nextInt(runs);
          case SEQUENTIAL -> {
            at = (at + 1) % runs;
            yield at;
          }
          case HOT_COLD -> hotOrCold(random);
        };
    return first + run * runPages;
  }

  private int hotOrCold(RandomStream random) {
    if (runs == 1 || random.nextDouble() < hotUses) {
      return random.nextInt(hot);
    }
    return hot + random.nextInt(runs - hot);
  }
}
