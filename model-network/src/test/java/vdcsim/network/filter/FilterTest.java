package vdcsim.network.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.conntrack.Relation;
import vdcsim.network.match.PacketMatch;
import vdcsim.network.match.Transport;
import vdcsim.network.nat.NatRule;
import vdcsim.network.nat.Target;
import vdcsim.network.service.Home;
import vdcsim.network.service.Outcome;
import vdcsim.network.service.Report;

class FilterTest {
  private final Home home = new Home();

  @BeforeEach
  void behindAMasqueradingGateway() {
    home.masquerading();
  }

  private Filter filter() {
    return Filter.of("filter", "gw", home.lan().world());
  }

  private static FilterRule accept(PacketMatch match, Relation... states) {
    return new FilterRule(match, List.of(states), Verdict.ACCEPT);
  }

  /** What a home's gateway does: out all that wants, in what belongs to it. */
  private void stateful() {
    filter().policy(Chain.FORWARD, Verdict.DROP);
    filter().add(Chain.FORWARD, accept(PacketMatch.ANY, Relation.ESTABLISHED, Relation.RELATED));
    filter().add(Chain.FORWARD, accept(PacketMatch.ANY.over("eth0")));
  }

  @Test
  void answersPassWhereNewConnectionsDoNot() {
    home.nat()
        .add(
            NatRule.destination(
                PacketMatch.ANY.over("eth1").at(Transport.TCP, 8080),
                Target.parse("192.168.1.11:80")));
    stateful();
    assertThat(Home.words(home.tcp("a", "out", 80))).isEqualTo("ok out 203.0.113.1");
    assertThat(Home.words(home.tcp("out", "203.0.113.1", 8080))).isEqualTo("timeout");
    // A SYN a second for the first four (Linux, tcp_syn_linear_timeouts): at 0, 1, 2, 3 and 4 s.
    assertThat(home.lan().metric("gw.filter-forward-dropped")).isEqualTo(5);
  }

  @Test
  void errorsAboutAConnectionArePartOfIt() {
    stateful();
    Report report = home.udp("a", "out", 99, 0);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void filtersSeeTheTranslatedDestinationAndTheInnerSource() {
    home.forwarding(8080);
    filter().policy(Chain.FORWARD, Verdict.DROP);
    filter().add(Chain.FORWARD, accept(PacketMatch.ANY, Relation.ESTABLISHED));
    filter().add(Chain.FORWARD, accept(PacketMatch.ANY.at(Transport.TCP, 80).over("eth1")));
    assertThat(Home.words(home.tcp("out", "203.0.113.1", 8080))).isEqualTo("ok a 203.0.113.9");
    assertThat(Home.words(home.tcp("a", "out", 80))).isEqualTo("timeout");
    filter().add(Chain.FORWARD, accept(PacketMatch.ANY.from(Home.INSIDE)));
    assertThat(Home.words(home.tcp("a", "out", 80))).isEqualTo("ok out 203.0.113.1");
  }

  @Test
  void aRejectedClientLearnsSoAtOnce() {
    filter().add(Chain.FORWARD, new FilterRule(PacketMatch.ANY, List.of(), Verdict.REJECT));
    assertThat(home.tcp("a", "out", 80).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(home.udp("a", "out", 53, 0).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(home.ping("a", "out").outcome()).isEqualTo(Outcome.PORT_UNREACHABLE);
    assertThat(home.lan().metric("gw.filter-rejected")).isEqualTo(3);
  }

  @Test
  void aRejectedClientOfAForwardedPortSeesTheAddressThatItAsked() {
    home.forwarding(8080);
    filter().add(Chain.FORWARD, new FilterRule(PacketMatch.ANY, List.of(), Verdict.REJECT));
    // The connection is not known yet; the error goes back along its packet's way all the same.
    Report report = home.tcp("out", "203.0.113.1", 8080);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void inputAndOutputAreForTheMachineItself() {
    filter().policy(Chain.INPUT, Verdict.DROP);
    assertThat(home.ping("a", "192.168.1.1").outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(home.ping("a", "out").outcome()).isEqualTo(Outcome.OK);
    filter().policy(Chain.INPUT, Verdict.ACCEPT);
    filter().policy(Chain.OUTPUT, Verdict.DROP);
    assertThat(home.ping("a", "192.168.1.1").outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(home.lan().metric("gw.filter-output-dropped")).isEqualTo(1);
  }

  @Test
  void contradictoryRulesAreRefused() {
    Assertions.assertThatThrownBy(() -> new ChainSpec(Verdict.REJECT, List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessage("a policy is accept or drop; end with a rule 'then: reject'");
    Assertions.assertThatThrownBy(
            () ->
                new FilterRuleSpec(
                    Verdict.DROP,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Transport.ICMP),
                    Optional.of(80)))
        .isInstanceOf(Refusal.class)
        .hasMessage("icmp has no ports; a rule with a port is for tcp or udp");
  }
}
