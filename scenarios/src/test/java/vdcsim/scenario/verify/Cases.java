package vdcsim.scenario.verify;

import java.nio.charset.StandardCharsets;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** Cases for tests: those of the program, and copies with a change. */
final class Cases {
  private Cases() {}

  static Verification verification() {
    Grammar grammar = Vdcsim.language();
    return new Verification(new ScenarioReader(grammar));
  }

  static GoldenCase bundled(String id) {
    return GoldenCases.bundled().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  /** The text of a case, in which {@code old} stands once at least and its first is replaced. */
  static String changed(String id, String old, String replacement) {
    String text = bundled(id).source().text();
    int at = text.indexOf(old);
    if (at < 0) {
      throw new AssertionError(id + " has no " + old);
    }
    return text.substring(0, at) + replacement + text.substring(at + old.length());
  }

  static CaseResult verify(String text) throws UnreadableCase {
    return verification()
        .verify(GoldenCase.read("case.json", text.getBytes(StandardCharsets.UTF_8)));
  }
}
