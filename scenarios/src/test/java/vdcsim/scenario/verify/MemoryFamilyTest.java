package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.golden.GoldenCase;

class MemoryFamilyTest {
  /** Walks, and what shadow and nested paging cost. */
  private static final String PAGING = "walk.*|dune-walk.*|ept-gain-micro-max";

  /** What they would need was not published with them. */
  private static final String NOT_HELD = "dune-spec.*|ept-gain-app-max|rvi-.*|bhargava-.*";

  private final Verification verification = Cases.verification();

  @Test
  void publishedFiguresOfPagingAreMet() throws Exception {
    List<String> held = new ArrayList<>();
    for (GoldenCase golden : GoldenCases.bundled()) {
      boolean paging = golden.kind().equals("memory") && golden.id().matches(PAGING);
      if (paging) {
        CaseResult result = verification.verify(golden);
        assertThat(result.outcome())
            .as(VerificationText.sideBySide(result))
            .isEqualTo(CaseResult.Outcome.EQUAL);
        held.add(golden.id());
      }
    }
    assertThat(held).hasSize(10);
  }

  @Test
  void whatCannotBeHeldSaysWhy() throws Exception {
    int reasons = 0;
    for (GoldenCase golden : GoldenCases.bundled()) {
      if (golden.kind().equals("memory") && golden.id().matches(NOT_HELD)) {
        CaseResult result = verification.verify(golden);
        assertThat(result.outcome()).isEqualTo(CaseResult.Outcome.UNSUPPORTED);
        assertThat(result.reason()).isNotEmpty().doesNotContain("no model says");
        reasons++;
      }
    }
    assertThat(reasons).isEqualTo(8);
  }
}
