package vdcsim.hypervisor.dirty;

import java.util.ArrayList;
import java.util.List;

/**
 * Pages of a working set that get writes alike.
 *
 * @param pages how many
 * @param writes the share of all writes that meets them
 */
record Region(double pages, double writes) {
  /** How much the first and the last rank of a region of Zipf's pages differ at most. */
  private static final double STEP = 1.1;

  /** The regions of a working set, the most written first. */
  static List<Region> of(DirtySpec spec) {
    long pages = spec.pages();
    return switch (spec.pattern()) {
      case UNIFORM, SEQUENTIAL -> List.of(new Region(pages, 1));
      case HOT_COLD -> hotCold(spec, pages);
      case ZIPF -> zipf(spec.exponent(), pages);
    };
  }

  private static List<Region> hotCold(DirtySpec spec, long pages) {
    long hot = Math.min(pages, Math.max(1, StrictMath.round(pages * spec.hotPart().value())));
    double writes = spec.hotWrites().value();
    return hot == pages
        ? List.of(new Region(pages, 1))
        : List.of(new Region(hot, writes), new Region(pages - hot, 1 - writes));
  }

  private static List<Region> zipf(double exponent, long pages) {
    List<Region> weighed = new ArrayList<>();
    double all = 0;
    long first = 1;
    while (first <= pages) {
      long next = Math.min(pages + 1, Math.max(first + 1, (long) (first * STEP)));
      double weight = 0;
      for (long rank = first; rank < next; rank++) {
        weight += StrictMath.pow((double) rank, -exponent);
      }
      weighed.add(new Region(next - first, weight));
      all += weight;
      first = next;
    }
    double sum = all;
    return weighed.stream().map(r -> new Region(r.pages, r.writes / sum)).toList();
  }
}
