package vdcsim.network.spanningtree;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vdcsim.kernel.spec.Doc;

/** What a port costs by the rate of its cable, unless its cost is set. */
public enum PathCosts {
  @Doc("10 Mbps 100, 100 Mbps 19, 1 Gbps 5, 2.5 Gbps 4, 5 Gbps 3, 10 Gbps 2, faster 1")
  LINUX,

  @Doc("4 Mbps 250, 10 Mbps 100, 16 Mbps 62, 100 Mbps 19, 1 Gbps 4, 10 Gbps 2, faster 1")
  IEEE_1998,

  @Doc("20 Tbps divided by the rate: 1 Gbps 20000, 10 Gbps 2000")
  IEEE_2004;

  private static final long MEGABIT = 1_000_000L;
  private static final long TEN_GIGABITS = 10_000 * MEGABIT;

  // IEEE 802.1D-2004, Table 17-3, note b.
  private static final long IEEE_2004_DIVIDEND = 20_000_000L * MEGABIT;
  private static final long MOST_2004 = 200_000_000L;

  // Linux, net/bridge: by the speed that the device reports.
  private static final NavigableMap<Long, Long> LINUX_COSTS =
      table(10, 100, 100, 19, 1_000, 5, 2_500, 4, 5_000, 3, 10_000, 2);

  // IEEE 802.1D-1998, Table 8-5, recommended values.
  private static final NavigableMap<Long, Long> IEEE_1998_COSTS =
      table(4, 250, 10, 100, 16, 62, 100, 19, 1_000, 4, 10_000, 2);

  /** The cost at a rate. */
  public long of(long bitsPerSecond) {
    return switch (this) {
      case LINUX -> atMost(bitsPerSecond, LINUX_COSTS);
      case IEEE_1998 -> atMost(bitsPerSecond, IEEE_1998_COSTS);
      case IEEE_2004 -> Math.max(1, Math.min(MOST_2004, IEEE_2004_DIVIDEND / bitsPerSecond));
    };
  }

  /** A rate between two of a table counts as the lower one, one below all as the lowest. */
  private static long atMost(long bitsPerSecond, NavigableMap<Long, Long> costs) {
    if (bitsPerSecond > TEN_GIGABITS) {
      return 1;
    }
    Map.Entry<Long, Long> entry = costs.floorEntry(bitsPerSecond);
    return entry == null ? costs.firstEntry().getValue() : entry.getValue();
  }

  private static NavigableMap<Long, Long> table(long... megabitsAndCosts) {
    NavigableMap<Long, Long> table = new TreeMap<>();
    for (int i = 0; i < megabitsAndCosts.length; i += 2) {
      table.put(megabitsAndCosts[i] * MEGABIT, megabitsAndCosts[i + 1]);
    }
    return Collections.unmodifiableNavigableMap(table);
  }
}
