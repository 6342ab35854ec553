package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;

/** The rows of over-committed memory that take no long run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OvercommitRowsTest {
  /** Ten guests for half an hour, or two busy ones for a quarter: {@code verify} runs them. */
  private static final List<String> LONG =
      List.of(
          "esx-share-limit",
          "esx-reclaim-limit",
          "esx-tput-share",
          "esx-tax0-alloc",
          "esx-tax75-gain",
          "esx-balloon-128",
          "esx-balloon-224");

  private final Map<String, FigureCheck> figures = new TreeMap<>();
  private final List<String> unsupported = new ArrayList<>();

  @BeforeAll
  void verify() throws Exception {
    Verification verification = Cases.verification();
    for (GoldenCase golden : GoldenCases.bundled()) {
      if (golden.kind().equals("memory")
          && golden.id().startsWith("esx-")
          && !LONG.contains(golden.id())
          && !golden.id().startsWith("esx-f5-B-9Linux-shared")) {
        CaseResult result = verification.verify(golden);
        result.figures().forEach(figure -> figures.put(golden.id(), figure));
        if (result.outcome() == CaseResult.Outcome.UNSUPPORTED) {
          unsupported.add(golden.id());
        }
      }
    }
  }

  @Test
  void parametersAreThoseOfThePaper() {
    assertThat(figures.values().stream().filter(f -> f.what().startsWith("input:")))
        .hasSize(11)
        .allMatch(FigureCheck::holds);
  }

  @Test
  void ofWindowsNothingIsKnown() {
    assertThat(unsupported).hasSize(4).allMatch(id -> id.startsWith("esx-f5-A-10NT-"));
  }

  @Test
  void whatLinuxGuestsHaveInCommonIsALowerBoundOfFigure5() {
    assertThat(figures.get("esx-f5-C-5Linux-reclaimed-pct").holds()).isTrue();
    for (String id :
        List.of(
            "esx-f5-B-9Linux-reclaimed", "esx-f5-C-5Linux-shared", "esx-f5-C-5Linux-reclaimed")) {
      FigureCheck figure = figures.get(id);
      assertThat(figure.simulated()).isLessThan(figure.least());
    }
  }
}
