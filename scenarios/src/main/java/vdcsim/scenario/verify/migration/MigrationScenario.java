package vdcsim.scenario.verify.migration;

import java.util.Locale;

/** Writes a measured migration as a scenario. */
final class MigrationScenario {
  private static final double START_S = 1;

  /** Longer than any migration that was measured. */
  private static final double LONG_S = 300;

  private static final long PAGE = 4096;
  private static final double MEBIBIT = 8 * 1024 * 1024;

  /** What the machines that measured send to each other when nothing caps it: about 1 GB/s. */
  private static final long MACHINE_BPS = 8_500_000_000L;

  /** The link limits the IP packet and 14 bytes of a frame; on a wire it takes 24 more. */
  private static final double WIRE = 1538.0 / 1514;

  private static final long WITHOUT_CAP_BPS = 1_000_000_000_000L;

  /** QEMU, migration/options.c. */
  private static final int CACHE_MIB = 64;

  private final StringBuilder text = new StringBuilder();

  private MigrationScenario() {}

  static String write(String id, MigrationCase what) {
    MigrationScenario scenario = new MigrationScenario();
    scenario.all(id, what);
    return scenario.text.toString();
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  private void all(String id, MigrationCase what) {
    long rate = what.linkMbps().map(m -> StrictMath.round(m * 1e6 * WIRE)).orElse(MACHINE_BPS);
    line("name: %s", id.toLowerCase(Locale.ROOT));
    line("about: A migration, as measured on QEMU (%s).", what.kind());
    line("duration: %s s", START_S + what.giveUpS().orElse(LONG_S));
    line("hosts:");
    line("  h1: { nics: { eth0: { rate: %d bps } }, hypervisor: 64 GiB }", rate);
    line("  h2: { nics: { eth0: { rate: %d bps } }, hypervisor: 64 GiB }", rate);
    line("links: [ { link: h1 -- h2, rate: %d bps } ]", rate);
    line("vms:");
    line("  guest:");
    line("    on: h1");
    line("    memory: %d B", what.pages() * PAGE);
    line("    zeros: %d B", what.zeroPages() * PAGE);
    writer(what);
    line("events:");
    if (what.kind().equals("stop-and-copy")) {
      line("  - { at: %s s, pause-vm: guest }", START_S / 2);
    }
    line(
        "  - { at: %s s, migrate: { vm: guest, to: h2, suspend: 1 ms, activation: 0 s,"
            + " copy-rate: %d bps, max-bandwidth: %d bps,"
            + " downtime-limit: %.0f us%s } }",
        START_S, MACHINE_BPS, cap(what), what.limitMs() * 1000, engine(what));
  }

  private void writer(MigrationCase what) {
    if (what.dirtyMibps() > 0) {
      line("    dirty:");
      line("      rate: %.0f bps", what.dirtyMibps() * MEBIBIT);
      line("      working-set: %.0f B", what.workingSetMib() * MEBIBIT / 8);
      line("      pattern: %s", what.pattern().equals("seq") ? "sequential" : "uniform");
      line("      exact: true");
    }
  }

  private static long cap(MigrationCase what) {
    return what.capMibps() == 0 ? WITHOUT_CAP_BPS : StrictMath.round(what.capMibps() * MEBIBIT);
  }

  private static String engine(MigrationCase what) {
    return switch (what.kind()) {
      case "postcopy" -> ", engine: post-copy, rounds: 1";
      case "auto-converge" -> ", auto-converge: true";
      case "xbzrle" -> ", xbzrle: " + what.cacheMib().orElse(CACHE_MIB) + " MiB";
      // The guest was stopped before, and QEMU's usual migration was ordered.
      default -> "";
    };
  }
}
