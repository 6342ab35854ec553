package vdcsim.scenario;

import java.util.List;
import vdcsim.hardware.HardwareCatalog;
import vdcsim.network.NetworkCatalog;
import vdcsim.scenario.language.shape.Grammar;

/** The language of all modules, for tests. */
public final class TestGrammar {
  private TestGrammar() {}

  /** A new grammar. */
  public static Grammar grammar() {
    return new Grammar(List.of(new HardwareCatalog(), new NetworkCatalog()));
  }
}
