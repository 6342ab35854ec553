package vdcsim.network.filter;

import java.util.List;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about one chain of a filter. */
@Doc("Rules in their order, of which the first that fits decides, and what happens else.")
@Shorthand("policy")
public record ChainSpec(
    @Key(
            value = "What becomes of packets that no rule fits: accept or drop.",
            fallback = "accept",
            source = "iptables, policy of the built-in chains")
        Verdict policy,
    @Key(value = "The rules.", example = "[{ state: [established, related], then: accept }]")
        List<FilterRuleSpec> rules) {
  public ChainSpec {
    rules = List.copyOf(rules);
    if (policy == Verdict.REJECT) {
      throw new Refusal("policy", "a policy is accept or drop; end with a rule 'then: reject'");
    }
  }
}
