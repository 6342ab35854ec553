package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.golden.GoldenCase;

class SchedulersFamilyTest {
  /**
   * Q-p10: the machine that measured was busy with others, so that a tenth of the short periods
   * found nobody waiting. R-30-i150-20: requests take 100.3 % of the quota; when the backlog begins
   * depends on the phase of the tick, which was not recorded. R-20-20 and R-60-50: in one run each
   * fewer than three quarters of what was recorded lie near what is simulated.
   */
  private static final List<String> KNOWN_DIFFERENCES =
      List.of("Q-p10", "R-20-20", "R-30-i150-20", "R-60-50");

  /** Credit2, slices that can be chosen, and the slice of Linux 6.6 to 6.12 are not modelled. */
  private static final List<String> NOT_MODELLED =
      List.of(
          "xen-credit-tslice-min",
          "xen-credit-tslice-max",
          "xen-credit-pri-idle",
          "xen-credit2-default-weight",
          "xen-credit2-credit-init",
          "xen-credit2-min-timer",
          "xen-credit2-migrate-compensation",
          "xen-credit2-tickle-tolerance",
          "cfs-idle-min-granularity",
          "cfs-migration-cost",
          "eevdf-slice-66");

  private final Verification verification = Cases.verification();

  @Test
  void schedulersAreAsMeasuredAndAsPublished() throws Exception {
    int cases = 0;
    for (GoldenCase golden : GoldenCases.bundled()) {
      if (golden.kind().equals("schedulers")) {
        CaseResult result = verification.verify(golden);
        CaseResult.Outcome outcome =
            NOT_MODELLED.contains(golden.id())
                ? CaseResult.Outcome.UNSUPPORTED
                : KNOWN_DIFFERENCES.contains(golden.id())
                    ? CaseResult.Outcome.DIFFERENT
                    : CaseResult.Outcome.EQUAL;
        assertThat(result.outcome()).as(VerificationText.sideBySide(result)).isEqualTo(outcome);
        cases++;
      }
    }
    assertThat(cases).isEqualTo(31 + 129);
  }
}
