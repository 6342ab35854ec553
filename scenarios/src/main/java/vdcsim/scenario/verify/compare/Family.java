package vdcsim.scenario.verify.compare;

import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** Cases of one kind: how they become scenarios, and what of them is compared. */
public interface Family {
  /** The kind, as {@code stp}. */
  String kind();

  /** A case as the text of a scenario. */
  String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase;

  /** Runs a case's scenario, and compares. */
  CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase;
}
