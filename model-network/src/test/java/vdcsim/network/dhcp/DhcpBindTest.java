package vdcsim.network.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.network.arp.ArpMessage;
import vdcsim.network.ip.Ipv4Prefix;

class DhcpBindTest {
  private final DhcpLab lab = new DhcpLab();

  @Test
  void fourMessagesAndAProbeGiveAnAddress() {
    lab.server("srv", "10.0.0.1/24", DhcpLab.network(DhcpLab.POOL, 3600));
    lab.client("h1");
    lab.run(1);
    assertThat(lab.sent())
        .extracting(DhcpLab.Sent::toString)
        .containsExactly(
            "DISCOVER 0.0.0.0 > 255.255.255.255",
            "OFFER 10.0.0.1 > 10.0.0.100",
            "REQUEST 0.0.0.0 > 255.255.255.255",
            "ACK 10.0.0.1 > 10.0.0.100");
    assertThat(lab.card("h1").hasAddress()).isFalse();
    lab.run(3);
    assertThat(lab.address("h1")).isEqualTo("10.0.0.100/24");
    // A probe of two seconds, and four frames of some microseconds before it.
    assertThat(lab.lan().metric("h1.eth0.dhcp.time-to-bind", "mean") / 1e9)
        .isCloseTo(2, within(1e-3));
    assertThat(lab.lease("srv", "10.0.0.100").orElseThrow())
        .startsWith("10.0.0.0/24", "10.0.0.100", lab.mac("h1").toString(), "bound");
  }

  @Test
  void answersGoToTheStationAloneWithoutArp() {
    lab.server("srv", "10.0.0.1/24", DhcpLab.network(DhcpLab.POOL, 3600));
    lab.client("h1");
    lab.run(1);
    DhcpLab.Sent offer = lab.sent("srv.eth0", MessageType.OFFER).get(0);
    assertThat(offer.message().broadcast()).isFalse();
    assertThat(offer.frame().destination()).isEqualTo(lab.mac("h1"));
    assertThat(lab.metric("srv.eth0.arp-requests")).isZero();
  }

  @Test
  void aMachineThatForwardsIsAnsweredByBroadcast() {
    lab.server("srv", "10.0.0.1/24", DhcpLab.network(DhcpLab.POOL, 3600));
    lab.client("home", "sw", true);
    lab.run(3);
    DhcpLab.Sent offer = lab.sent("srv.eth0", MessageType.OFFER).get(0);
    assertThat(offer.message().broadcast()).isTrue();
    assertThat(offer.frame().destination()).isEqualTo(MacAddress.BROADCAST);
    assertThat(lab.address("home")).isEqualTo("10.0.0.100/24");
  }

  @Test
  void questionsBackOffFromFourSecondsToSixtyFour() {
    lab.client("h1");
    lab.run(300);
    List<DhcpLab.Sent> sent = lab.sent("h1.eth0", MessageType.DISCOVER);
    int[] waits = {4, 8, 16, 32, 64, 64, 64};
    for (int i = 0; i < waits.length; i++) {
      assertThat(sent.get(i + 1).atS() - sent.get(i).atS()).isCloseTo(waits[i], within(1.0));
    }
    assertThat(sent).hasSize(8);
    // Not exactly: each wait has its own jitter.
    assertThat(sent.get(1).atS()).isNotEqualTo(4.0);
    assertThat(sent)
        .extracting(s -> s.message().transaction())
        .containsOnly(sent.get(0).message().transaction());
    assertThat(lab.card("h1").hasAddress()).isFalse();
  }

  @Test
  void theFirstOfferWinsAndTheOtherIsWithdrawn() {
    lab.server("srv1", "10.0.0.1/24", DhcpLab.network("10.0.0.100-10.0.0.149", 3600));
    lab.server("srv2", "10.0.0.2/24", DhcpLab.network("10.0.0.150-10.0.0.199", 3600));
    lab.client("h1");
    lab.run(3);
    assertThat(lab.sent("srv1.eth0", MessageType.OFFER)).hasSize(1);
    assertThat(lab.sent("srv2.eth0", MessageType.OFFER)).hasSize(1);
    assertThat(lab.address("h1")).isEqualTo("10.0.0.100/24");
    assertThat(lab.metric("srv2.dhcp-server.offers-withdrawn")).isEqualTo(1);
    assertThat(lab.metric("srv1.dhcp-server.offers-withdrawn")).isZero();
    assertThat(lab.lease("srv2", "10.0.0.150").orElseThrow().get(3)).isEqualTo("free");
    assertThat(lab.sent("srv2.eth0", MessageType.ACK)).isEmpty();
  }

  @Test
  void anAddressInUseIsDeclinedAndRests() {
    lab.server("srv", "10.0.0.1/24", DhcpLab.network(DhcpLab.POOL, 3600));
    lab.host("squatter", "10.0.0.100/24");
    lab.client("h1");
    lab.run(20);
    assertThat(lab.sent("h1.eth0", MessageType.DECLINE)).hasSize(1);
    assertThat(lab.lease("srv", "10.0.0.100").orElseThrow().get(3)).isEqualTo("declined");
    // Ten seconds later it asks anew, and gets the next address after another probe.
    List<DhcpLab.Sent> questions = lab.sent("h1.eth0", MessageType.DISCOVER);
    assertThat(questions.get(1).atS()).isCloseTo(10, within(1e-3));
    assertThat(lab.address("h1")).isEqualTo("10.0.0.101/24");
    assertThat(lab.metric("h1.eth0.dhcp.conflicts")).isEqualTo(1);
  }

  @Test
  void whoIsBoundTellsAllStationsOfItsAddress() {
    lab.server("srv", "10.0.0.1/24", DhcpLab.network(DhcpLab.POOL, 3600));
    lab.client("h1");
    lab.lan().hosts("ear");
    lab.lan().links("ear -- sw");
    lab.lan().listen("ear");
    lab.run(3);
    List<ArpMessage> heard =
        lab.lan().heard("ear").stream()
            .filter(frame -> frame.payload() instanceof ArpMessage)
            .map(frame -> (ArpMessage) frame.payload())
            .toList();
    assertThat(heard)
        .extracting(arp -> arp.senderProtocol() + " asks for " + arp.targetProtocol())
        .containsExactly("0.0.0.0 asks for 10.0.0.100", "10.0.0.100 asks for 10.0.0.100");
  }

  @Test
  void aHostOfTheListAlwaysGetsItsAddressAndNobodyElse() {
    lab.client("h1");
    lab.client("h2");
    lab.server(
        "srv",
        "10.0.0.1/24",
        DhcpLab.network(
            "10.0.0.100-10.0.0.101", 3600, Optional.empty(), Map.of("h2", "10.0.0.100")));
    lab.run(3);
    assertThat(lab.address("h1")).isEqualTo("10.0.0.101/24");
    assertThat(lab.address("h2")).isEqualTo("10.0.0.100/24");
  }

  @Test
  void aPoolThatIsEmptyOffersNothing() {
    lab.client("h1");
    lab.client("h2");
    lab.server("srv", "10.0.0.1/24", DhcpLab.network("1", 3600));
    lab.run(3);
    assertThat(lab.address("h1")).isEqualTo("10.0.0.2/24");
    assertThat(lab.card("h2").hasAddress()).isFalse();
    assertThat(lab.metric("srv.dhcp-server.pool-exhausted")).isEqualTo(1);
  }

  @Test
  void aRelayBringsTheAddressOfAnotherNetworkAndItsOwnAsGateway() {
    lab.server(
        "srv",
        "10.0.0.2/24",
        DhcpLab.network("10.1.0.50-10.1.0.99", 100, Optional.of("10.1.0.0/24"), Map.of()));
    lab.gateway("srv", "10.0.0.1");
    lab.router("r1", "10.0.0.1/24", "10.1.0.1/24");
    lab.relay("r1", "10.0.0.2");
    lab.client("h1", "r1.p2", false);
    lab.run(1);
    DhcpLab.Sent relayed = lab.sent("r1.p1", MessageType.DISCOVER).get(0);
    assertThat(relayed.message().hops()).isEqualTo(1);
    assertThat(relayed.message().relay()).isEqualTo(DhcpLab.ip("10.1.0.1"));
    assertThat(relayed).hasToString("DISCOVER 10.0.0.1 > 10.0.0.2");
    lab.run(3);
    assertThat(lab.address("h1")).isEqualTo("10.1.0.50/24");
    assertThat(lab.stack("h1").routes().selected(Ipv4Prefix.ALL).orElseThrow().distance())
        .isEqualTo(254);
    assertThat(lab.metric("r1.dhcp-relay.questions-relayed")).isEqualTo(2);
    assertThat(lab.metric("r1.dhcp-relay.answers-relayed")).isEqualTo(2);
  }
}
