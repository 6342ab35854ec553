package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;

/** The measured cases without chance; {@code vdcsim verify} runs the others, too. */
class TransportFamilyTest {
  /** A burst at the end of a round waits in the recording, and not here. */
  private static final List<String> KNOWN_DIFFERENCES = List.of("F5-100k");

  private final Verification verification = Cases.verification();

  @Test
  void throughputIsAsMeasured() throws Exception {
    List<Double> errors = new ArrayList<>();
    for (GoldenCase golden : GoldenCases.bundled()) {
      boolean steady = golden.id().matches("(F|W|B|J|U10|T[124]|H1).*");
      if (golden.kind().equals("tcp") && steady) {
        CaseResult result = verification.verify(golden);
        assertThat(result.figures()).as(golden.id()).isNotEmpty();
        if (!KNOWN_DIFFERENCES.contains(golden.id())) {
          assertThat(result.outcome())
              .as(VerificationText.sideBySide(result))
              .isEqualTo(CaseResult.Outcome.EQUAL);
        }
        result.figures().stream()
            .filter(f -> f.what().contains("goodput") || f.what().contains("completion"))
            .map(FigureCheck::error)
            .map(Math::abs)
            .forEach(errors::add);
      }
    }
    errors.sort(null);
    assertThat(errors).hasSizeGreaterThan(20);
    assertThat(errors.get(errors.size() / 2)).isLessThan(0.005);
  }
}
