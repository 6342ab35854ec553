package vdcsim.network.nat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.match.Transport;
import vdcsim.network.service.Home;

class NatRuleSpecTest {
  /** A rule with every key, most of them empty. */
  private static final class Rule {
    private Optional<String> masquerade = Optional.empty();
    private Optional<String> snat = Optional.empty();
    private Optional<String> dnat = Optional.empty();
    private Optional<Integer> publish = Optional.empty();
    private Optional<String> to = Optional.empty();
    private Optional<String> in = Optional.empty();
    private Optional<String> out = Optional.empty();
    private Optional<Transport> protocol = Optional.empty();
    private boolean own;

    NatRuleSpec spec() {
      return new NatRuleSpec(
          masquerade,
          snat,
          dnat,
          publish,
          to,
          Optional.empty(),
          Optional.empty(),
          in,
          out,
          protocol,
          Optional.empty(),
          own);
    }
  }

  private final Rule rule = new Rule();

  private void isRefused(String sentence) {
    assertThatThrownBy(rule::spec).isInstanceOf(Refusal.class).hasMessage(sentence);
  }

  @Test
  void aRuleIsOfOneKind() {
    isRefused("a rule has one of 'masquerade', 'snat', 'dnat' and 'publish'");
    rule.masquerade = Optional.of("192.168.1.0/24");
    rule.snat = Optional.of("203.0.113.1");
    isRefused("a rule has one of 'masquerade', 'snat', 'dnat' and 'publish'");
  }

  @Test
  void aPublishedPortLeadsSomewhere() {
    rule.publish = Optional.of(8080);
    isRefused("a published port needs 'to: ADDRESS:PORT', which says where it leads");
    rule.to = Optional.of("192.168.1.11:http");
    isRefused("an address with a port reads as '192.168.1.11:80', was '192.168.1.11:http'");
    rule.protocol = Optional.of(Transport.ICMP);
    rule.to = Optional.of("192.168.1.11:80");
    isRefused("icmp has no ports; a rule with a port is for tcp or udp");
  }

  @Test
  void interfacesAreAskedForWhereTheyAreKnown() {
    rule.masquerade = Optional.of("192.168.1.0/24");
    rule.in = Optional.of("eth0");
    isRefused("where packets leave, only 'out' can be asked for");
    rule.masquerade = Optional.empty();
    rule.dnat = Optional.of("192.168.1.11");
    rule.own = true;
    isRefused("what the machine itself sends came over no interface");
    rule.in = Optional.empty();
    rule.out = Optional.of("eth0");
    isRefused("over which interface it leaves is not known yet; use 'in'");
  }

  @Test
  void anInterfaceThatIsNotThereIsRefusedWithNearNames() {
    Home home = new Home();
    home.lan().runUntil(0.001);
    rule.masquerade = Optional.of("192.168.1.0/24");
    rule.out = Optional.of("eht1");
    assertThatThrownBy(() -> rule.spec().check(home.stack("gw")))
        .hasMessage("'gw' has no interface 'eht1' with a cable; did you mean 'eth1'?");
  }

  @Test
  void aPublishedPortIsOpenFromOutsideFromInsideAndFromTheMachine() {
    Home home = new Home();
    home.lan().runUntil(0.001);
    rule.publish = Optional.of(8080);
    rule.to = Optional.of("192.168.1.11:80");
    home.lan().connect(Nat.make("gw", new NatSpec(List.of(rule.spec())), home.lan().world()));
    assertThat(Home.words(home.tcp("out", "203.0.113.1", 8080))).isEqualTo("ok a 203.0.113.9");
    assertThat(Home.words(home.tcp("b", "203.0.113.1", 8080))).isEqualTo("ok a 192.168.1.1");
    assertThat(Home.words(home.tcp("b", "192.168.1.1", 8080))).isEqualTo("ok a 192.168.1.1");
    assertThat(Home.words(home.tcp("gw", "203.0.113.1", 8080))).isEqualTo("ok a 203.0.113.1");
  }
}
