package vdcsim.scenario.verify.memory;

import java.util.Locale;

/** Writes the experiments of Waldspurger, OSDI 2002, as scenarios. */
final class OvercommitScenarios {
  /**
   * What a Linux guest of figure 4 holds. Of a single one nearly 5 MB are reclaimed, 55 % of them
   * zeros; the rest are pages that it has twice. That two thirds of ten guests of 40 MB are shared
   * gives what all have in common: 26.8 MB less those 5.
   */
  private static final String CONTENTS =
      "image: rh72, common: 21.75 MiB, duplicates: 2.25 MiB, zeros: 2.75 MiB";

  /**
   * dbench with 40 clients: 6 MiB of files each, an assumption, read and written as a whole, and 60
   * us of computing for a page: 130 MB/s at 1.6 GHz were measured with all files in memory (Vianney
   * 2003).
   */
  private static final String DBENCH =
      "files: 240 MiB, threads: 40, compute: 60 us, run: 64 KiB, writes: 30 %, start: 5 s";

  /** A program of SPEC95, as far as it touches memory. */
  private static final String SPEC = "heap: 8 MiB, compute: 5 ms, writes: 50 %";

  /** What is free in the high state, for good: a guest gets 93.5 % of a host of its own. */
  private static final double FOR_GUESTS = 0.935;

  private static final double KIB_IN_MIB = 1024;

  private final StringBuilder text = new StringBuilder();

  private OvercommitScenarios(String id, String duration) {
    line("name: %s", id.toLowerCase(Locale.ROOT));
    line("about: An experiment with over-committed memory, %s.", id);
    line("duration: %s", duration);
  }

  private OvercommitScenarios line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
    return this;
  }

  /** Section 4.4: guests of 40 MB with Red Hat 7.2 that run SPEC95 for 30 min. */
  static String identical(String id, int guests) {
    String numbers = guests == 1 ? "1" : "[1.." + guests + "]";
    return new OvercommitScenarios(id, "30 min")
        .line("hosts:")
        .host("h1", "all", 2048 * KIB_IN_MIB, "", "cores: 12")
        .line("vms:")
        .line(
            "  \"v%s\": { on: h1, memory: 40 MiB, memory-policy: { overhead: 8 MiB, %s } }",
            numbers, CONTENTS)
        .line("workloads:")
        .line("  \"spec%s\": { type: memory-load, vm: \"v%s\", %s }", numbers, numbers, SPEC)
        .text
        .toString();
  }

  /** The same guests on few processors, which sharing must do with. */
  static String withAndWithoutSharing(String id) {
    OvercommitScenarios scenario =
        new OvercommitScenarios(id, "10 min")
            .line("hosts:")
            .host("h1", "all", 2048 * KIB_IN_MIB, "", "cores: 2, clock: 550 MHz")
            .host("h2", "none", 2048 * KIB_IN_MIB, "", "cores: 2, clock: 550 MHz")
            .line("vms:");
    for (int host = 1; host <= 2; host++) {
      scenario.line(
          "  \"v%d[0..9]\": { on: h%d, memory: 40 MiB, memory-policy: { overhead: 8 MiB, %s } }",
          host, host, CONTENTS);
    }
    scenario.line("workloads:");
    for (int host = 1; host <= 2; host++) {
      scenario.line(
          "  \"spec%d[0..9]\": { type: memory-load, vm: \"v%d[0..9]\", heap: 8 MiB, compute: 1 ms,"
              + " writes: 50 %% }",
          host, host);
    }
    return scenario.text.toString();
  }

  /** Section 3.2: a guest of 256 MB whose balloon leaves so much, beside one that has so much. */
  static String balloon(String id, int mib) {
    return new OvercommitScenarios(id, "5 min")
        .line("warm-up: 2 min")
        .line("hosts:")
        .host("h1", "balloon", mib / FOR_GUESTS * KIB_IN_MIB, "", "cores: 2, clock: 800 MHz")
        .host("h2", "none", 1024 * KIB_IN_MIB, "", "cores: 2, clock: 800 MHz")
        .line("vms:")
        .line("  g1: { on: h1, memory: 256 MiB, memory-policy: { overhead: 0 B } }")
        .line("  g2: { on: h2, memory: %d MiB, memory-policy: { overhead: 0 B } }", mib)
        .line("workloads:")
        .line("  dbench1: { type: memory-load, vm: g1, %s }", DBENCH)
        .line("  dbench2: { type: memory-load, vm: g2, %s }", DBENCH)
        .text
        .toString();
  }

  /** Figure 7: an idle and a busy guest with equal shares of 358 MiB, without tax and with it. */
  static String taxes(String id) {
    OvercommitScenarios scenario =
        new OvercommitScenarios(id, "14 min")
            .line("warm-up: 10 min")
            .line("hosts:")
            .host(
                "h1",
                "balloon-and-swap",
                452 * KIB_IN_MIB,
                ", tax: 0 %",
                "cores: 2, clock: 800 MHz")
            .host(
                "h2",
                "balloon-and-swap",
                452 * KIB_IN_MIB,
                ", tax: 75 %",
                "cores: 2, clock: 800 MHz")
            .line("vms:");
    for (int host = 1; host <= 2; host++) {
      scenario.line(
          "  idle%d: { on: h%d, memory: 256 MiB, memory-policy: { clears-memory: true, kernel: 32"
              + " MiB } }",
          host, host);
      scenario.line("  busy%d: { on: h%d, memory: 256 MiB }", host, host);
    }
    scenario.line("workloads:");
    for (int host = 1; host <= 2; host++) {
      scenario.line(
          "  windows%d: { type: memory-load, vm: idle%d, heap: 32 MiB, compute: 20 us, pause: 10"
              + " ms, start: 5 s }",
          host, host);
      scenario.line("  dbench%d: { type: memory-load, vm: busy%d, %s }", host, host, DBENCH);
    }
    return scenario.text.toString();
  }

  /**
   * Figure 5: guests at work, each with what one of figure 4 holds, since nothing else is known.
   * The scan is fast, as the guests had run for days.
   */
  static String realGuests(String workload, int guests, int totalMib) {
    return new OvercommitScenarios("esx-f5-" + workload, "10 min")
        .line("hosts:")
        .host(
            "h1",
            "sharing",
            4096 * KIB_IN_MIB,
            ", sharing: { rate: 5000 /s, rate-each: 5000 /s }",
            "cores: 12")
        .line("vms:")
        .line(
            "  \"v[1..%d]\": { on: h1, memory: %d KiB, memory-policy: { %s } }",
            guests, (int) (totalMib * KIB_IN_MIB / guests), CONTENTS)
        .text
        .toString();
  }

  private OvercommitScenarios host(
      String name, String methods, double kib, String more, String cpu) {
    return line(
        "  %s: { cpu: { %s }, hypervisor: %d KiB, overcommit: { methods: %s%s } }",
        name, cpu, (long) kib, methods, more);
  }
}
