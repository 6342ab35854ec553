package vdcsim.scenario.verify.os;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/**
 * Measured times from nothing to a program's first instruction, the order of magnitude alone: a
 * process, a guest that shares the kernel with all its namespaces, and a guest whose kernel boots
 * under dynamic translation. They were measured on another machine than the costs of the calls.
 */
public final class StartFamily implements Family {
  private static final double FACTOR = 3;
  private static final double NS_IN_MS = 1e6;
  private static final Map<String, String> LEVELS =
      Map.of(
          "process", "native",
          "unshare_pid_mount_uts_ipc", "os",
          "unshare_plus_net", "os",
          "unshare_user_all", "os",
          "qemu_tcg_pc_bios", "hardware");

  private final ScenarioReader reader;

  /** A family whose scenarios are read by {@code reader}. */
  public StartFamily(ScenarioReader reader) {
    this.reader = reader;
  }

  @Override
  public String kind() {
    return "start";
  }

  @Override
  public String scenario(GoldenCase golden) throws UnsupportedCase {
    String level =
        Optional.ofNullable(LEVELS.get(golden.id()))
            .orElseThrow(
                () -> new UnsupportedCase("no model says what '" + golden.id() + "' starts"));
    String more = level.equals("hardware") ? ", hardware: { technique: binary-translation }" : "";
    return new Programs(golden.id()).at("p", level, more, "{ calls: { null-call: 1 } }").scenario();
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    double measured = golden.fields().number("best_ms");
    Readings readings = new Readings();
    readings.run(golden.id(), scenario(golden), reader);
    FigureCheck check =
        new FigureCheck(
            "prediction: time to start, within a factor of 3 (ms)",
            measured,
            measured / FACTOR,
            measured * FACTOR,
            readings.median("p.start-time") / NS_IN_MS);
    return readings.result(golden, kind(), List.of(check));
  }
}
