package vdcsim.scenario.verify.os;

import java.util.List;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/**
 * Measured times of single operations: a system call that a tracer stops twice, against the same
 * one untraced, the order of magnitude alone. What was measured under translation and under an
 * interpreter is not held here.
 */
public final class TracedCallFamily implements Family {
  private static final double FACTOR = 3;

  /** The least of a plain process's system calls on that machine, in ns: an input. */
  private static final double UNTRACED_NS = 182.25;

  private final ScenarioReader reader;

  /** A family whose scenarios are read by {@code reader}. */
  public TracedCallFamily(ScenarioReader reader) {
    this.reader = reader;
  }

  @Override
  public String kind() {
    return "nano";
  }

  @Override
  public String scenario(GoldenCase golden) throws UnsupportedCase {
    if (!golden.id().equals("ptrace")) {
      throw new UnsupportedCase("no level of virtualization is '" + golden.id() + "'");
    }
    return new Programs(golden.id())
        .at("p", "user-mode-linux", "", "{ calls: { null-call: 1 }, repeat: 1000 }")
        .scenario();
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    String text = scenario(golden);
    double ns = golden.fields().object("tests").object("syscall").number("min");
    double ratio = ns / UNTRACED_NS;
    Readings readings = new Readings();
    readings.run(golden.id(), text, reader);
    FigureCheck check =
        new FigureCheck(
            "prediction: a traced system call, within a factor of 3 (x)",
            ratio,
            ratio / FACTOR,
            ratio * FACTOR,
            readings.median("p.slowdown"));
    return readings.result(golden, kind(), List.of(check));
  }
}
