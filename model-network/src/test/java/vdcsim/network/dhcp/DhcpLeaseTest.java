package vdcsim.network.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.LinkFailure;
import vdcsim.hardware.ethernet.LinkRepair;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ping.Ping;
import vdcsim.network.ping.PingSpec;

/** Leases of 80 s: T1 is 40 s, T2 70 s. */
class DhcpLeaseTest {
  private final DhcpLab lab = new DhcpLab();

  private void server() {
    lab.server("srv", "10.0.0.1/24", DhcpLab.network(DhcpLab.POOL, 80));
  }

  @Test
  void atHalfTheTimeTheServerAloneIsAskedAndTheLeaseBeginsAnew() {
    server();
    lab.client("h1");
    lab.run(41);
    List<DhcpLab.Sent> requests = lab.sent("h1.eth0", MessageType.REQUEST);
    assertThat(requests).hasSize(2);
    // The lease counts from the request, not from when the address is used.
    assertThat(requests.get(1).atS()).isCloseTo(requests.get(0).atS() + 40, within(1e-5));
    assertThat(requests.get(1)).hasToString("REQUEST 10.0.0.100 > 10.0.0.1");
    assertThat(requests.get(1).message().client()).isEqualTo(DhcpLab.ip("10.0.0.100"));
    assertThat(requests.get(1).message().options()).isEmpty();
    lab.run(1000);
    assertThat(lab.address("h1")).isEqualTo("10.0.0.100/24");
    assertThat(lab.metric("h1.eth0.dhcp.discovers-sent")).isEqualTo(1);
    assertThat(lab.metric("h1.eth0.dhcp.requests-sent")).isEqualTo(25);
  }

  @Test
  void withoutItsServerAClientAsksAllAndThenLosesItsAddress() {
    server();
    lab.client("h1");
    lab.run(10);
    lab.off("srv");
    lab.run(79.9);
    assertThat(lab.table("dhcp-h1").rows())
        .extracting(row -> String.join(" ", row.get(2), row.get(3), "to", row.get(5)))
        .containsSubsequence(
            "requesting DHCPREQUEST to 10.0.0.1",
            "renewing DHCPREQUEST to 10.0.0.1",
            "rebinding DHCPREQUEST to all");
    // That to the server never leaves: nobody answers ARP for it.
    assertThat(lab.metric("h1.eth0.dhcp.requests-sent")).isEqualTo(3);
    assertThat(lab.sent("h1.eth0", MessageType.REQUEST))
        .extracting(s -> s.toString() + " at " + Math.round(s.atS()))
        .containsExactly(
            "REQUEST 0.0.0.0 > 255.255.255.255 at 0", "REQUEST 10.0.0.100 > 255.255.255.255 at 70");
    assertThat(lab.address("h1")).isEqualTo("10.0.0.100/24");
    lab.run(80.1);
    assertThat(lab.card("h1").hasAddress()).isFalse();
    assertThat(lab.stack("h1").owns(DhcpLab.ip("10.0.0.100"))).isFalse();
    assertThat(lab.stack("h1").routes().selected()).isEmpty();
    assertThat(lab.metric("h1.eth0.dhcp.leases-expired")).isEqualTo(1);
    // It asks again at once, for the address that it had.
    DhcpLab.Sent anew = lab.sent("h1.eth0", MessageType.DISCOVER).get(1);
    assertThat(anew.atS()).isCloseTo(80, within(1e-3));
    assertThat(anew.message().address(Option.REQUESTED_ADDRESS)).contains(DhcpLab.ip("10.0.0.100"));
    lab.on("srv");
    lab.run(120);
    assertThat(lab.address("h1")).isEqualTo("10.0.0.100/24");
  }

  @Test
  void aPingIsUnreachableBeforeTheAddressAndAfterItsEnd() {
    server();
    lab.host("far", "10.0.0.9/24");
    lab.client("h1");
    PingSpec spec =
        new PingSpec(
            "h1",
            "far",
            Duration.ofSeconds(1),
            Optional.empty(),
            Duration.ofSeconds(1),
            new DataSize(56),
            Duration.ofMillis(500));
    lab.lan().connect(Ping.make("probe", spec, lab.lan().world()));
    lab.run(10.5);
    // Asked at 1, 2, ... 10 s; the address is there after 2.00001 s.
    assertThat(lab.metric("probe.received")).isEqualTo(8);
    assertThat(lab.metric("h1.packets-unreachable")).isEqualTo(2);
    lab.off("srv");
    lab.run(90.5);
    assertThat(lab.metric("probe.received")).isEqualTo(80 - 2);
    assertThat(lab.metric("h1.packets-unreachable")).isGreaterThanOrEqualTo(12);
  }

  @Test
  void aCableThatComesBackBringsTheSameAddressByTwoMessages() {
    server();
    lab.client("h1");
    lab.run(10);
    LinkFailure.plan(new LinkFailure("h1 -- sw", false, Optional.empty()), lab.lan().world()).run();
    lab.run(20);
    assertThat(lab.card("h1").hasAddress()).isFalse();
    LinkRepair.plan(new LinkRepair("h1 -- sw"), lab.lan().world()).run();
    lab.run(23);
    assertThat(lab.sent("h1.eth0", MessageType.DISCOVER)).hasSize(1);
    DhcpLab.Sent again = lab.sent("h1.eth0", MessageType.REQUEST).get(1);
    assertThat(again).hasToString("REQUEST 0.0.0.0 > 255.255.255.255");
    assertThat(again.message().address(Option.SERVER_IDENTIFIER)).isEmpty();
    assertThat(lab.address("h1")).isEqualTo("10.0.0.100/24");
  }

  @Test
  void whoMovedToAnotherNetworkIsRefusedAndAsksAnew() {
    server();
    lab.client("h1");
    lab.run(10);
    DhcpMessage wrong =
        DhcpMessage.of(MessageType.REQUEST, 7, lab.mac("h1"))
            .with(Option.REQUESTED_ADDRESS, DhcpLab.ip("192.168.0.5"));
    vdcsim.network.udp.Udp.of(lab.stack("h1"))
        .open((card, packet, datagram) -> {})
        .sendOver(lab.card("h1"), vdcsim.network.ip.Ipv4Address.BROADCAST, 64, 67, wrong);
    lab.run(11);
    assertThat(lab.metric("srv.dhcp-server.naks-sent")).isEqualTo(1);
    assertThat(lab.sent("srv.eth0", MessageType.NAK).get(0))
        .hasToString("NAK 10.0.0.1 > 255.255.255.255");
    // It is no answer to a question of the client, which goes on.
    assertThat(lab.address("h1")).isEqualTo("10.0.0.100/24");
  }

  @Test
  void aLeaseBehindARelayIsRenewedWithoutItAndKeepsItsGateway() {
    lab.server(
        "srv",
        "10.0.0.2/24",
        DhcpLab.network("10.1.0.50-10.1.0.99", 80, Optional.of("10.1.0.0/24"), Map.of()));
    lab.gateway("srv", "10.0.0.1");
    lab.router("r1", "10.0.0.1/24", "10.1.0.1/24");
    lab.relay("r1", "10.0.0.2");
    lab.client("h1", "r1.p2", false);
    lab.run(41);
    assertThat(lab.metric("h1.eth0.dhcp.acks-received")).isEqualTo(2);
    assertThat(lab.metric("r1.dhcp-relay.questions-relayed")).isEqualTo(2);
    assertThat(lab.stack("h1").routes().selected(Ipv4Prefix.ALL)).isPresent();
  }
}
