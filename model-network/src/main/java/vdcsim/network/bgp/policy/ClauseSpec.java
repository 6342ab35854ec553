package vdcsim.network.bgp.policy;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about a clause of a policy. */
@Doc("A clause of a policy: the routes that it matches, and what becomes of them.")
public record ClauseSpec(
    @Key(
            value = "Whether routes that match pass or are denied.",
            fallback = "permit",
            example = "deny")
        Verdict action,
    @Key(value = "Which routes; without it all.", example = "{ prefix: [10.0.0.0/8 le 24] }")
        Optional<MatchSpec> match,
    @Key(value = "What is changed on routes that pass.", example = "{ local-preference: 200 }")
        Optional<SetSpec> set) {

  /** What becomes of a route. */
  public enum Verdict {
    /** It passes. */
    PERMIT,
    /** It is not used, or not told. */
    DENY
  }
}
