package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OsFamilyTest {
  /** {@code docs/validation.md} says why. */
  private static final List<String> MISSED =
      List.of("uml-ratio-exec", "uml-ratio-fork", "zones-database-pct");

  private final Map<String, FigureCheck> figures = new LinkedHashMap<>();
  private int unsupported;

  @BeforeAll
  void verify() throws Exception {
    Verification verification = Cases.verification();
    for (GoldenCase golden : GoldenCases.bundled()) {
      if (golden.kind().equals("os")) {
        CaseResult result = verification.verify(golden);
        unsupported += result.outcome() == CaseResult.Outcome.UNSUPPORTED ? 1 : 0;
        result.figures().forEach(f -> figures.put(golden.id(), f));
      }
    }
  }

  private List<FigureCheck> of(String role) {
    return figures.values().stream().filter(f -> f.what().startsWith(role + ":")).toList();
  }

  @Test
  void inputsAndCalibratedFiguresComeBack() {
    assertThat(of("input")).hasSize(5).allMatch(FigureCheck::holds);
    assertThat(of("calibration")).hasSize(2).allMatch(FigureCheck::holds);
  }

  @Test
  void predictionsHoldButForThoseThatAreNamed() {
    TreeSet<String> missed = new TreeSet<>();
    figures.forEach(
        (id, figure) -> {
          if (!figure.holds()) {
            missed.add(id);
          }
        });
    assertThat(of("prediction")).hasSize(14);
    assertThat(missed).containsExactlyElementsOf(MISSED);
  }

  /** Networks and disks of 2008, what a benchmark does, and what is not modelled. */
  @Test
  void twelveRowsAreSaidByNoModel() {
    assertThat(unsupported).isEqualTo(12);
  }

  @Test
  void fiveMeasuredTimesHoldToTheirOrderOfMagnitudeAndABootUnderQemuDoesNot() throws Exception {
    Verification verification = Cases.verification();
    List<String> held = new ArrayList<>();
    for (GoldenCase golden : GoldenCases.bundled()) {
      if (golden.kind().equals("start") || golden.kind().equals("nano")) {
        CaseResult result = verification.verify(golden);
        result.figures().stream().filter(FigureCheck::holds).forEach(f -> held.add(golden.id()));
      }
    }
    assertThat(held)
        .containsExactly(
            "ptrace",
            "process",
            "unshare_pid_mount_uts_ipc",
            "unshare_plus_net",
            "unshare_user_all");
  }

  @Test
  void aPageFaultOfUserModeLinuxFollowsFromItsNullCall() {
    FigureCheck fault = figures.get("uml-ratio-page-fault");
    assertThat(fault.error()).isBetween(0.0, 0.15);
  }
}
