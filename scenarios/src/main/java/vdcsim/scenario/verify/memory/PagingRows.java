package vdcsim.scenario.verify.memory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/** Walks of page tables, and what shadow and nested paging cost. */
final class PagingRows implements Rows {
  private static final Pattern TWO_DIMENSIONS =
      Pattern.compile("(\\d)-level guest, (\\d)-level nested");
  private static final Pattern ONE_DIMENSION = Pattern.compile("(\\d)-level");

  /** A processor that keeps nothing, so that each access walks the whole way. */
  private static final String NOTHING_KEPT =
      "tlb: { entries: 0, large: 0, huge: 0, second: 0, directories: 0, upper: 0, nested: 0 }";

  /** The paper prints a tenth of a cycle. */
  private static final double DIGIT = 10;

  private static final double PERCENT = 100;

  @Override
  public Optional<Plan> plan(PublishedRow row) throws UnsupportedCase {
    String reason = reason(row.id());
    if (!reason.isEmpty()) {
      throw new UnsupportedCase(reason);
    }
    if (row.id().equals("ept-gain-micro-max")) {
      return Optional.of(gain(row));
    }
    return row.id().startsWith("walk") ? walk(row) : micro(row);
  }

  /** Why a row cannot be held: what a run would need was not published with it. */
  private static String reason(String id) {
    if (id.startsWith("dune-spec")) {
      return "how often the programs of SPEC2000 miss the TLB was not published with it";
    }
    if (id.equals("ept-gain-app-max") || id.startsWith("bhargava-pwc")) {
      return "how often its programs fault and miss the TLB was not published with it";
    }
    return id.startsWith("rvi-gain") ? "the costs of AMD's processors are not known" : "";
  }

  /**
   * The most that nested paging gains: programs that do nothing but fault in one page after the
   * other, on the processor that was measured, a Xeon 5500.
   */
  private static Plan gain(PublishedRow row) {
    String keys =
        "processor: nehalem, working-set: 4 MiB, pattern: sequential, writes: 100 %,"
            + " compute: 0, unmaps: 100 %, accesses: 20000";
    String scenario =
        new Guests(row.id()).guest("shadow", "shadow", keys).guest("nested", "nested", keys).text();
    return Plan.prediction(
        scenario,
        readings ->
            PERCENT
                * (readings.median("shadow.cycles-per-access")
                        / readings.median("nested.cycles-per-access")
                    - 1));
  }

  private static Optional<Plan> walk(PublishedRow row) {
    Matcher two = TWO_DIMENSIONS.matcher(row.configuration());
    Matcher one = ONE_DIMENSION.matcher(row.configuration());
    if (two.matches()) {
      return Optional.of(
          references(row, "nested", "levels: %s, nested-levels: %s", two.group(1), two.group(2)));
    }
    return one.matches()
        ? Optional.of(references(row, "native", "levels: %s", one.group(1)))
        : Optional.empty();
  }

  private static Plan references(PublishedRow row, String paging, String form, Object... levels) {
    String keys = String.format(Locale.ROOT, form, levels);
    String scenario =
        new Guests(row.id())
            .guest("g", paging, "working-set: 64 KiB, accesses: 100, " + keys, NOTHING_KEPT)
            .text();
    return Plan.prediction(scenario, readings -> readings.median("g.references-per-walk"));
  }

  /** Belay et al. 2012, 6.1: random pages of 2^16, each access a walk. */
  private static Optional<Plan> micro(PublishedRow row) {
    String paging =
        switch (row.id()) {
          case "dune-walk-native" -> "native";
          case "dune-walk-ept" -> "nested";
          default -> "";
        };
    if (paging.isEmpty()) {
      return Optional.empty();
    }
    String scenario =
        new Guests(row.id())
            .guest(
                "g",
                paging,
                "processor: sandy-bridge, working-set: 256 MiB, accesses: 300000, compute: 0,"
                    + " writes: 0 %")
            .text();
    return Optional.of(
        new Plan(
            Role.inputIf(paging.equals("native")),
            scenario,
            readings -> StrictMath.round(readings.median("g.cycles-per-walk") * DIGIT) / DIGIT));
  }
}
