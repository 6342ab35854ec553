package vdcsim.network.bgp.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.network.bgp.message.AsPath;
import vdcsim.network.bgp.message.Community;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** Clauses that are tried in order; the first that matches decides. */
public final class Policy {
  /** Permits everything and changes nothing. */
  public static final Policy PERMIT_ALL =
      new Policy(
          List.of(new ClauseSpec(ClauseSpec.Verdict.PERMIT, Optional.empty(), Optional.empty())));

  /** Denies everything. */
  public static final Policy DENY_ALL = new Policy(List.of());

  private final List<Clause> clauses;

  /** A policy of these clauses. */
  public Policy(List<ClauseSpec> specs) {
    this.clauses = specs.stream().map(Clause::new).toList();
  }

  /**
   * A route that passed.
   *
   * @param weight a new weight, where one was set
   * @param nextHopSet whether the next hop was set
   */
  public record Outcome(PathAttributes attributes, Optional<Integer> weight, boolean nextHopSet) {}

  /** What becomes of a route; empty where it is denied. */
  public Optional<Outcome> apply(Ipv4Prefix prefix, PathAttributes attributes) {
    for (Clause clause : clauses) {
      if (clause.matches(prefix, attributes)) {
        return clause.permits ? Optional.of(clause.set(attributes)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Conditions and changes, read once. */
  private static final class Clause {
    private final boolean permits;
    private final List<PrefixRange> prefixes;
    private final List<Community> communities;
    private final Optional<AsPathPattern> asPath;
    private final Optional<SetSpec> changes;
    private final List<Community> replaced;
    private final List<Community> added;
    private final Optional<Ipv4Address> nextHop;

    Clause(ClauseSpec spec) {
      this.permits = spec.action() == ClauseSpec.Verdict.PERMIT;
      List<String> networks = spec.match().map(MatchSpec::prefix).orElse(List.of());
      List<String> marks = spec.match().map(MatchSpec::community).orElse(List.of());
      this.prefixes = networks.stream().map(PrefixRange::parse).toList();
      this.communities = marks.stream().map(Community::parse).toList();
      this.asPath = spec.match().flatMap(MatchSpec::asPath).map(AsPathPattern::compile);
      this.changes = spec.set();
      this.replaced = communities(changes.map(SetSpec::community).orElse(List.of()));
      this.added = communities(changes.map(SetSpec::addCommunity).orElse(List.of()));
      this.nextHop = changes.flatMap(SetSpec::nextHop).map(Ipv4Address::parse);
    }

    private static List<Community> communities(List<String> texts) {
      return texts.stream().map(Community::parse).toList();
    }

    boolean matches(Ipv4Prefix prefix, PathAttributes attributes) {
      return (prefixes.isEmpty() || prefixes.stream().anyMatch(range -> range.matches(prefix)))
          && (communities.isEmpty()
              || communities.stream().anyMatch(attributes.communities()::contains))
          && (asPath.isEmpty() || asPath.get().find(attributes.asPath().toString()));
    }

    Outcome set(PathAttributes before) {
      if (changes.isEmpty()) {
        return new Outcome(before, Optional.empty(), false);
      }
      SetSpec set = changes.get();
      PathAttributes.Change change = before.change();
      set.localPreference().ifPresent(value -> change.localPreference(Optional.of(value)));
      set.med().ifPresent(value -> change.med(Optional.of(value)));
      nextHop.ifPresent(change::nextHop);
      AsPath path = before.asPath().prepend(set.prepend());
      change.asPath(path).communities(communities(before.communities(), set.noCommunity()));
      return new Outcome(change.done(), set.weight(), nextHop.isPresent());
    }

    private List<Community> communities(List<Community> before, boolean none) {
      if (none) {
        return List.of();
      }
      List<Community> after = new ArrayList<>(replaced.isEmpty() ? before : replaced);
      after.addAll(added);
      return after;
    }
  }
}
