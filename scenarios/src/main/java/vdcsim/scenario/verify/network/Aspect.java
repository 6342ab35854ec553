package vdcsim.scenario.verify.network;

import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** One kind of state that a case records, as what spanning tree shows. */
interface Aspect {
  /** The field of a recorded state that holds it. */
  String field();

  /** What was recorded, as entries. */
  Entries expected(Fields recorded, Network network) throws UnreadableCase, UnsupportedCase;

  /** What the run shows at the end of a phase, as entries of the same paths. */
  Entries observed(NetworkRun run, Phase phase);
}
