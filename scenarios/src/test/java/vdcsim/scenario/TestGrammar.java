package vdcsim.scenario;

import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.shape.Grammar;

/** The language of all modules, for tests: the one that the program speaks. */
public final class TestGrammar {
  private TestGrammar() {}

  /** A new grammar. */
  public static Grammar grammar() {
    return Vdcsim.language();
  }
}
