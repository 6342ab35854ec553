package vdcsim.network.bgp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.bgp.message.AsPath;
import vdcsim.network.bgp.message.Community;
import vdcsim.network.bgp.message.Origin;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.policy.ClauseSpec.Verdict;
import vdcsim.network.ip.Ipv4Prefix;

class PolicyTest {
  private static final Ipv4Prefix NETWORK = Ipv4Prefix.parse("10.20.1.0/24");
  private static final PathAttributes ROUTE =
      PathAttributes.local(Origin.IGP, PathAttributes.SELF, 0)
          .change()
          .asPath(AsPath.of(List.of(65_002L, 65_003L)))
          .communities(List.of(Community.parse("65000:1")))
          .done();
  private static final SetSpec NOTHING =
      new SetSpec(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          false,
          List.of(),
          Optional.empty());

  private static ClauseSpec clause(Verdict verdict, MatchSpec match, SetSpec set) {
    return new ClauseSpec(verdict, Optional.of(match), Optional.of(set));
  }

  private static MatchSpec path(String expression) {
    return new MatchSpec(List.of(), List.of(), Optional.of(expression));
  }

  private static MatchSpec networks(String... ranges) {
    return new MatchSpec(List.of(ranges), List.of(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "^65002_, true",
    "_65003$, true",
    "_65003_, true",
    "_6500_, false",
    "^$, false",
    "65002, true",
    "^65002 65003$, true",
    "^(65002|65009)_6500[0-9]$, true",
    "^[0-9]+_[0-9]+$, true",
    "^[0-9]+$, false",
    "^([0-9]+_){2}$, true",
    "^([0-9]+ ){2}$, false",
    "^([0-9]+_?){2}$, true",
    "^65002(_65002)*_65003$, true",
    "^65[^0-9], false",
    "'^.{11}$', true",
    "'^.{12,}$', false"
  })
  void expressionsMatchAsInRouters(String expression, boolean matches) {
    assertThat(AsPathPattern.compile(expression).find("65002 65003")).isEqualTo(matches);
  }

  @Test
  void theEmptyPathAndSetsAreMatchedToo() {
    assertThat(AsPathPattern.compile("^$").find("")).isTrue();
    assertThat(AsPathPattern.compile("_3_").find("1 {2,3}")).isTrue();
    assertThat(AsPathPattern.compile("\\{2").find("1 {2,3}")).isTrue();
  }

  @Test
  void noExpressionIsSlow() {
    // With backtracking 2^40 ways and more; side by side each character is read once.
    String path = "1".repeat(4000) + " 2";
    assertThat(AsPathPattern.compile("^(1*)*(1|11)*1$").find(path)).isFalse();
    assertThatThrownBy(() -> AsPathPattern.compile("((((1{200}){200}){200}))"))
        .hasMessageContaining("2000 steps");
  }

  @ParameterizedTest
  @CsvSource({"(1", "1)", "*1", "'[1'", "1{", "\\", "[9-0]"})
  void wrongExpressionsAreRefused(String expression) {
    assertThatThrownBy(() -> AsPathPattern.compile(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("character");
  }

  @Test
  void theFirstClauseThatMatchesDecidesAndNothingMatchedIsDenied() {
    Policy policy =
        new Policy(
            List.of(
                clause(Verdict.DENY, networks("10.20.1.0/24"), NOTHING),
                clause(Verdict.PERMIT, networks("10.0.0.0/8 ge 16 le 24"), NOTHING)));
    assertThat(policy.apply(NETWORK, ROUTE)).isEmpty();
    assertThat(policy.apply(Ipv4Prefix.parse("10.20.2.0/24"), ROUTE)).isPresent();
    assertThat(policy.apply(Ipv4Prefix.parse("10.20.2.0/25"), ROUTE)).isEmpty();
    assertThat(policy.apply(Ipv4Prefix.parse("10.0.0.0/8"), ROUTE)).isEmpty();
    assertThat(Policy.PERMIT_ALL.apply(NETWORK, ROUTE).orElseThrow().attributes()).isSameAs(ROUTE);
    assertThat(Policy.DENY_ALL.apply(NETWORK, ROUTE)).isEmpty();
  }

  @Test
  void aClauseSetsWhatItSays() {
    SetSpec set =
        new SetSpec(
            Optional.of(200L),
            Optional.of(50L),
            Optional.of(500),
            List.of("no-export"),
            List.of("65000:2"),
            false,
            List.of(65_001L, 65_001L),
            Optional.of("10.0.0.9"));
    Policy.Outcome outcome =
        new Policy(List.of(clause(Verdict.PERMIT, path("^65002_"), set)))
            .apply(NETWORK, ROUTE)
            .orElseThrow();
    PathAttributes after = outcome.attributes();
    assertThat(after.localPreference()).contains(200L);
    assertThat(after.med()).contains(50L);
    assertThat(outcome.weight()).contains(500);
    assertThat(after.communities()).hasToString("[65000:2, no-export]");
    assertThat(after.asPath()).hasToString("65001 65001 65002 65003");
    assertThat(after.nextHop()).hasToString("10.0.0.9");
  }

  @Test
  void wrongPoliciesAreRefusedWithASentence() {
    assertThatThrownBy(() -> networks("10.0.0.0/16 ge 8"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'ge' and 'le' lie between the prefix length and 32");
    assertThatThrownBy(() -> new MatchSpec(List.of(), List.of("65000"), Optional.empty()))
        .hasMessageContaining("a community reads as '65000:1'");
    assertThatThrownBy(() -> path("(")).hasMessageContaining("'(' without ')'");
  }
}
