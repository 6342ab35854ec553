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
   * Of Quake's tenth round 0.2 MB were sent, though the rule stops below 256 KB: what Xen left out,
   * as it was dirty again, is not in the rates that follow from what it sent. The web server's
   * dirty rates are not printed; those of SPECweb99 stand in their place.
   */
  private static final List<String> UNLIKE_PUBLISHED =
      List.of(
          "clark-quake-r11",
          "clark-quake-d-rate10",
          "clark-quake-d-dirty10",
          "clark-web-downtime",
          "clark-web-tput-late");

  private final Verification verification = Cases.verification();

  @Test
  void migrationsAreAsMeasured() throws Exception {
    List<Double> errors = new ArrayList<>();
    for (GoldenCase golden : GoldenCases.bundled()) {
      if (golden.kind().equals("migration") && !golden.fields().has("configuration")) {
        CaseResult result = verification.verify(golden);
        assertThat(result.outcome())
            .as(VerificationText.sideBySide(result))
            .isEqualTo(CaseResult.Outcome.EQUAL);
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

  @Test
  void publishedFiguresComeOut() throws Exception {
    int held = 0;
    for (GoldenCase golden : GoldenCases.bundled()) {
      if (golden.kind().equals("migration") && golden.fields().has("configuration")) {
        CaseResult result = verification.verify(golden);
        boolean known = UNLIKE_PUBLISHED.contains(golden.id());
        if (result.outcome() != CaseResult.Outcome.UNSUPPORTED) {
          assertThat(result.outcome())
              .as(VerificationText.sideBySide(result))
              .isEqualTo(known ? CaseResult.Outcome.DIFFERENT : CaseResult.Outcome.EQUAL);
          held++;
        }
      }
    }
    assertThat(held).isGreaterThan(110);
  }
}
