package vdcsim.scenario.verify.network;

import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** One kind of state that a case records of every router, as its {@code rib}. */
interface RouterPart {
  /** The field of a router's state that holds it. */
  String field();

  /**
   * Adds what was recorded, as entries below {@code path}. A field that nobody asks for refuses the
   * case; a thing that is not scored must be asked for, and left.
   *
   * @param recorded the part's fields
   * @param all the state of all routers, for what follows from another's
   */
  void expected(Entries entries, String path, Fields recorded, RecordedRouters all)
      throws UnreadableCase, UnsupportedCase;

  /** Adds what the run shows of a router, as entries of the same paths. */
  void observed(Entries entries, String path, String router, NetworkRun run);
}
