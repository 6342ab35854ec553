package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;

class MigrationFamilyTest {
  /**
   * In the recording, buffers of sockets take the last 0.7 MB, so that QEMU's clock stops early.
   */
  private static final List<String> KNOWN_DIFFERENCES = List.of("L3m");

  private final Verification verification = Cases.verification();

  @Test
  void migrationsAreAsMeasured() throws Exception {
    List<Double> errors = new ArrayList<>();
    for (GoldenCase golden : GoldenCases.bundled()) {
      if (golden.kind().equals("migration")) {
        CaseResult result = verification.verify(golden);
        CaseResult.Outcome outcome =
            KNOWN_DIFFERENCES.contains(golden.id())
                ? CaseResult.Outcome.DIFFERENT
                : CaseResult.Outcome.EQUAL;
        assertThat(result.outcome()).as(VerificationText.sideBySide(result)).isEqualTo(outcome);
        result.figures().stream()
            .filter(f -> f.what().contains("total time"))
            .map(FigureCheck::error)
            .map(Math::abs)
            .forEach(errors::add);
      }
    }
    errors.sort(null);
    assertThat(errors).hasSizeGreaterThan(25);
    assertThat(errors.get(errors.size() / 2)).isLessThan(0.02);
  }
}
