package vdcsim.scenario.verify.migration;

import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * A migration of QEMU, as it was set up.
 *
 * @param kind as {@code precopy}
 * @param capMibps the cap; 0 without one
 * @param linkMbps the link's rate, if that is what limits
 * @param giveUpS when a migration that did not converge was given up
 * @param cacheMib what remembers pages, if differences are sent
 */
record MigrationCase(
    String kind,
    int memoryMib,
    int filledMib,
    double dirtyMibps,
    double workingSetMib,
    String pattern,
    double capMibps,
    double limitMs,
    Optional<Double> linkMbps,
    Optional<Double> giveUpS,
    Optional<Integer> cacheMib) {
  private static final int PAGES_IN_MIB = 256;

  /**
   * Pages with data in the first round: those of the guest without a writer of the same size (K3
   * without its second round, S1m, G1).
   */
  private static final Map<Integer, Long> FIRST_ROUND =
      Map.of(256, 52_500L, 512, 92_634L, 1024, 209_891L);

  /** Beyond what the process has filled; of the guest with 512 MiB, for sizes without a case. */
  private static final long KERNEL_PAGES = 27_000;

  /** Firmware and video memory beyond the guest's (the guests of 512 and 1024 MiB). */
  private static final long FIRMWARE_PAGES = 214;

  private static final double MEBIBIT = 8 * 1.048576;

  /** Above it the guest writes nearly as fast as can be sent, and small errors grow. */
  private static final double NEAR = 0.7;

  static MigrationCase read(Fields fields) throws UnreadableCase, UnsupportedCase {
    Fields measured = fields.object("measured");
    String kind = fields.text("kind");
    if (kind.equals("auto-converge") && !fields.text("catch").equals("nocatch")) {
      throw new UnsupportedCase("a writer that makes up for throttled time is not modelled");
    }
    Optional<Double> link =
        fields.has("link_mbps") ? Optional.of(fields.number("link_mbps")) : Optional.empty();
    Optional<Double> giveUp =
        measured.has("gave_up_after_s")
            ? Optional.of(measured.number("gave_up_after_s"))
            : Optional.empty();
    Optional<Integer> cache =
        fields.has("xbzrle_cache_mib")
            ? Optional.of(fields.integer("xbzrle_cache_mib"))
            : Optional.empty();
    return new MigrationCase(
        kind,
        fields.integer("mem_mib"),
        fields.integer("filled_mib"),
        fields.number("dirty_rate_mibps"),
        fields.number("working_set_mib"),
        fields.text("pattern"),
        fields.number("max_bandwidth_mibps"),
        fields.number("downtime_limit_ms"),
        link,
        giveUp,
        cache);
  }

  long pages() {
    return (long) memoryMib * PAGES_IN_MIB + FIRMWARE_PAGES;
  }

  long zeroPages() {
    long filled = (long) filledMib * PAGES_IN_MIB + KERNEL_PAGES;
    return pages() - FIRST_ROUND.getOrDefault(memoryMib, Math.min(filled, pages()));
  }

  /** Whether the guest writes nearly as fast as can be sent, or faster. */
  boolean isNear() {
    double bandwidth = linkMbps.isPresent() ? linkMbps.get() / MEBIBIT : capMibps;
    return dirtyMibps > NEAR * bandwidth;
  }
}
