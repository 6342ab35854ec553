package vdcsim.network.nat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vdcsim.network.conntrack.Conntrack;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.match.PacketMatch;
import vdcsim.network.match.Transport;
import vdcsim.network.service.Home;
import vdcsim.network.service.Outcome;
import vdcsim.network.service.Report;
import vdcsim.network.udp.Datagram;

class NatTest {
  private final Home home = new Home();

  private static int seenPort(Report report) {
    return report.answer().orElseThrow().sourcePort();
  }

  @Test
  void innerHostsAreSeenWithTheOuterAddressAndTheirOwnPort() {
    home.masquerading();
    Report report = home.udp("a", "out", 53, 41_000);
    assertThat(Home.words(report)).isEqualTo("ok out 203.0.113.1");
    assertThat(seenPort(report)).isEqualTo(41_000);
    assertThat(Home.words(home.tcp("a", "out", 80))).isEqualTo("ok out 203.0.113.1");
  }

  @Test
  void aPortThatIsTakenIsReplacedByOneOfItsClass() {
    home.masquerading();
    home.udp("a", "out", 53, 41_000);
    Report second = home.udp("b", "out", 53, 41_000);
    assertThat(Home.words(second)).isEqualTo("ok out 203.0.113.1");
    assertThat(seenPort(second)).isNotEqualTo(41_000).isBetween(1024, 65_535);
    home.udp("a", "out", 53, 700);
    assertThat(seenPort(home.udp("b", "out", 53, 700))).isNotEqualTo(700).isBetween(600, 1023);
  }

  @Test
  void theSamePortTowardsAnotherServerOrOverAnotherProtocolIsFree() {
    home.masquerading();
    home.udp("a", "out", 53, 41_000);
    assertThat(seenPort(home.udp("b", "out", 54, 41_000))).isEqualTo(41_000);
    assertThat(seenPort(home.ask("b", "out", Transport.TCP, 80, 41_000))).isEqualTo(41_000);
  }

  @Test
  void anInnerPortKeepsItsMappingTowardsFurtherServers() {
    home.masquerading();
    home.udp("a", "out", 53, 41_000);
    int mapped = seenPort(home.udp("b", "out", 53, 41_000));
    // 41000 would be free towards port 54, but b is known as another port already.
    assertThat(seenPort(home.udp("b", "out", 54, 41_000))).isEqualTo(mapped);
  }

  @Test
  void echoesWithTheSameIdentifierAreToldApart() {
    home.masquerading();
    List<String> heard = new ArrayList<>();
    for (String host : List.of("a", "b")) {
      home.stack(host)
          .icmp()
          .onEchoReply(7, p -> heard.add(host + " " + ((Echo) p.content()).identifier()));
      home.stack(host).send(Ipv4Address.parse("203.0.113.9"), new Echo(false, 7, 1, 56));
    }
    home.lan().runUntil(1);
    assertThat(heard).containsExactlyInAnyOrder("a 7", "b 7");
  }

  @Test
  void manyHostsBehindOnePortGetAPortEach() {
    home.masquerading();
    TreeSet<Integer> ports = new TreeSet<>();
    for (int i = 0; i < 40; i++) {
      ports.add(seenPort(home.udp(i % 2 == 0 ? "a" : "b", "out", 53 + i % 2, 20_000 + i / 2)));
    }
    assertThat(ports).hasSizeBetween(20, 40);
    assertThat(home.lan().metric("gw.packets-no-port")).isZero();
  }

  @Test
  void anErrorShowsTheInnerHostItsOwnPacket() {
    home.masquerading();
    home.udp("b", "out", 53, 41_000);
    List<Ipv4Packet> about = new ArrayList<>();
    home.stack("a").icmp().onError(p -> about.add(((IcmpError) p.content()).original()));
    Report report = home.udp("a", "out", 99, 41_000);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.teller()).contains(Ipv4Address.parse("203.0.113.9"));
    assertThat(about.get(0).source()).isEqualTo(Ipv4Address.parse("192.168.1.11"));
    assertThat(((Datagram) about.get(0).content()).sourcePort()).isEqualTo(41_000);
  }

  @Test
  void anErrorAboutAForwardedPortSeemsToComeFromTheOuterAddress() {
    home.masquerading();
    PacketMatch match = PacketMatch.ANY.over("eth1").at(Transport.UDP, 5353);
    home.nat().add(NatRule.destination(match, Target.parse("192.168.1.11:99")));
    Report report = home.udp("out", "203.0.113.1", 5353, 0);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.teller()).contains(Home.OUTER);
  }

  @Test
  void aHostThatIsNotThereIsToldToTheInnerHostByTheOuterAddress() {
    home.masquerading();
    Report report = home.ping("a", "203.0.113.77");
    assertThat(report.outcome()).isEqualTo(Outcome.HOST_UNREACHABLE);
    assertThat(report.teller()).contains(Home.OUTER);
  }

  @Test
  void aPacketThatExpiresIsToldBeforeItIsTranslated() {
    home.masquerading();
    List<String> errors = new ArrayList<>();
    home.stack("a")
        .icmp()
        .onError(p -> errors.add(p.source() + " " + ((IcmpError) p.content()).kind()));
    home.stack("a")
        .send(
            home.stack("a").address(),
            Ipv4Address.parse("203.0.113.9"),
            1,
            new Echo(false, 7, 1, 56));
    home.lan().runUntil(1);
    assertThat(errors).containsExactly("192.168.1.1 TIME_TO_LIVE_EXCEEDED");
  }

  @Test
  void aForwardedPortLeadsInsideFromOutsideOnly() {
    home.masquerading();
    PacketMatch match =
        PacketMatch.ANY.over("eth1").to(PacketMatch.only(Home.OUTER)).at(Transport.TCP, 8080);
    home.nat().add(NatRule.destination(match, Target.parse("192.168.1.11:80")));
    assertThat(Home.words(home.tcp("out", "203.0.113.1", 8080))).isEqualTo("ok a 203.0.113.9");
    assertThat(Home.words(home.tcp("b", "203.0.113.1", 8080))).isEqualTo("refused");
    assertThat(Home.words(home.tcp("gw", "203.0.113.1", 8080))).isEqualTo("refused");
  }

  @Test
  void withoutHairpinTheAnswerComesFromTheWrongAddress() {
    home.masquerading().forwarding(8080);
    // The target answers b directly, with its inner address; b has not asked that one.
    assertThat(Home.words(home.tcp("b", "203.0.113.1", 8080))).isEqualTo("timeout");
    // To the target itself its own packet comes back, from its own address.
    assertThat(Home.words(home.tcp("a", "203.0.113.1", 8080))).isEqualTo("timeout");
    assertThat(home.lan().metric("a.packets-martian")).isPositive();
  }

  @Test
  void withHairpinInnerHostsSeeTheGatewayAsTheClient() {
    home.masquerading().forwarding(8080);
    home.nat().add(NatRule.masquerade(PacketMatch.ANY.from(Home.INSIDE).leaving("eth0")));
    assertThat(Home.words(home.tcp("b", "203.0.113.1", 8080))).isEqualTo("ok a 192.168.1.1");
    assertThat(Home.words(home.tcp("a", "203.0.113.1", 8080))).isEqualTo("ok a 192.168.1.1");
    assertThat(home.lan().metric("gw.packets-redirect")).as("redirects kept back").isPositive();
  }

  @Test
  void whatTheMachineItselfSendsHasRulesOfItsOwn() {
    home.masquerading().forwarding(8080);
    assertThat(Home.words(home.tcp("gw", "203.0.113.1", 8080))).isEqualTo("refused");
    PacketMatch match = PacketMatch.ANY.toOwn().at(Transport.TCP, 8080);
    home.nat().add(NatRule.ownDestination(match, Target.parse("192.168.1.11:80")));
    assertThat(Home.words(home.tcp("gw", "203.0.113.1", 8080))).isEqualTo("ok a 203.0.113.1");
  }

  @Test
  void theFirstRuleThatFitsCounts() {
    home.lan().runUntil(0.001);
    PacketMatch match = PacketMatch.ANY.at(Transport.TCP, 8080);
    home.nat().add(NatRule.destination(match, Target.parse("192.168.1.12:80")));
    home.nat().add(NatRule.destination(match, Target.parse("192.168.1.11:80")));
    assertThat(Home.words(home.tcp("out", "203.0.113.1", 8080))).isEqualTo("ok b 203.0.113.9");
  }

  @Test
  void aMasqueradedConnectionIsForgottenWithItsInterface() {
    home.masquerading();
    home.udp("a", "out", 53, 41_000);
    Conntrack conntrack = Conntrack.of("nat", "gw", home.lan().world());
    assertThat(conntrack.connections()).hasSize(1);
    home.lan().link("gw.eth1 -- out").fail();
    home.lan().runUntil(1);
    assertThat(conntrack.connections()).isEmpty();
  }

  @Test
  void fragmentsAreTranslatedAsOnePacketAndCutAgain() {
    home.masquerading();
    List<Integer> answers = new ArrayList<>();
    home.stack("a").icmp().onEchoReply(7, p -> answers.add(p.content().length()));
    home.stack("a").send(Ipv4Address.parse("203.0.113.9"), new Echo(false, 7, 1, 4000));
    home.lan().runUntil(1);
    assertThat(answers).containsExactly(4008);
  }
}
