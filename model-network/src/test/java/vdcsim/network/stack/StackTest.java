package vdcsim.network.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vdcsim.network.Lan;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterSpec;

class StackTest {
  private final Lan lan = new Lan();

  private void router(String name, List<StaticRouteSpec> routes, String... addresses) {
    Map<String, String> interfaces = new LinkedHashMap<>();
    for (String address : addresses) {
      interfaces.put("eth" + interfaces.size(), address);
    }
    lan.connect(Router.make(name, new RouterSpec(interfaces, routes), lan.world()));
  }

  private static StaticRouteSpec via(String to, String... gateways) {
    return new StaticRouteSpec(to, List.of(gateways), Optional.empty(), false, 1);
  }

  private void host(String name, String address, String gateway) {
    lan.hosts(name);
    lan.address(
        name, new IpSpec(Optional.of(address), Map.of(), Optional.of(gateway), List.of(), false));
  }

  private Stack stack(String name) {
    return lan.world().find(name, Stack.class).orElseThrow();
  }

  private List<String> errorsAt(String host) {
    List<String> errors = new ArrayList<>();
    stack(host)
        .icmp()
        .onError(
            packet -> errors.add(packet.source() + " " + ((IcmpError) packet.content()).kind()));
    return errors;
  }

  /** Two hosts with two routers between them, each with a static route to the other side. */
  private void chain() {
    host("h1", "10.1.0.1/24", "10.1.0.254");
    host("h2", "10.2.0.1/24", "10.2.0.254");
    router("r1", List.of(via("10.2.0.0/24", "10.0.0.2")), "10.1.0.254/24", "10.0.0.1/30");
    router("r2", List.of(via("10.1.0.0/24", "10.0.0.1")), "10.2.0.254/24", "10.0.0.2/30");
    lan.links("h1 -- r1.eth0", "r1.eth1 -- r2.eth1", "r2.eth0 -- h2");
    lan.runUntil(0.001);
  }

  @Test
  void aPacketWhoseTimeToLiveRunsOutIsToldByTheRouterThatItReached() {
    chain();
    List<String> errors = errorsAt("h1");
    Ipv4Address target = Ipv4Address.parse("10.2.0.1");
    for (int timeToLive = 1; timeToLive <= 3; timeToLive++) {
      stack("h1").send(stack("h1").address(), target, timeToLive, new Echo(false, 7, 1, 56));
      lan.runUntil(timeToLive);
    }
    assertThat(errors)
        .containsExactly("10.1.0.254 TIME_TO_LIVE_EXCEEDED", "10.0.0.2 TIME_TO_LIVE_EXCEEDED");
    assertThat(lan.metric("h2.packets-received")).isEqualTo(1);
  }

  @Test
  void aNetworkWithoutARouteAndAHostThatIsNotThereAreUnreachable() {
    chain();
    List<String> errors = errorsAt("h1");
    stack("h1").send(Ipv4Address.parse("192.168.0.1"), new Echo(false, 7, 1, 56));
    stack("h1").send(Ipv4Address.parse("10.2.0.77"), new Echo(false, 7, 1, 56));
    lan.runUntil(10);
    assertThat(errors)
        .containsExactly("10.1.0.254 NETWORK_UNREACHABLE", "10.0.0.2 HOST_UNREACHABLE");
  }

  @Test
  void aLongPacketIsCutAndPutTogetherAgain() {
    chain();
    List<Integer> answers = new ArrayList<>();
    stack("h1").icmp().onEchoReply(7, packet -> answers.add(packet.content().length()));
    stack("h1").send(Ipv4Address.parse("10.2.0.1"), new Echo(false, 7, 1, 4000));
    lan.runUntil(1);
    assertThat(answers).containsExactly(4008);
    // 4008 bytes in parts of 1480: three frames each way, after one of ARP each way.
    assertThat(lan.metric("h1.eth0.sent")).isEqualTo(1 + 3);
    assertThat(lan.metric("h1.eth0.received")).isEqualTo(1 + 3);
  }

  @Test
  void aFragmentThatNeverComesIsToldAfterThirtySeconds() {
    chain();
    List<String> errors = errorsAt("h1");
    Ipv4Packet whole =
        new Ipv4Packet(
            Ipv4Address.parse("10.1.0.1"),
            Ipv4Address.parse("10.2.0.1"),
            9,
            64,
            new Echo(false, 7, 1, 4000));
    stack("h2").receive(stack("h2").interfaces().get(0), whole.cut(1500).get(0));
    lan.runUntil(29);
    assertThat(errors).isEmpty();
    lan.runUntil(31);
    assertThat(errors).containsExactly("10.2.0.1 REASSEMBLY_TIME_EXCEEDED");
  }

  @Test
  void packetsToManyHostsUseAllEqualWaysAndEachHostKeepsToOne() {
    host("h1", "10.1.0.1/24", "10.1.0.254");
    router(
        "r1",
        List.of(via("10.2.0.0/16", "10.0.1.2", "10.0.2.2")),
        "10.1.0.254/24",
        "10.0.1.1/30",
        "10.0.2.1/30");
    router("a", List.of(), "10.0.1.2/30");
    router("b", List.of(), "10.0.2.2/30");
    lan.links("h1 -- r1.eth0", "r1.eth1 -- a.eth0", "r1.eth2 -- b.eth0");
    lan.runUntil(0.001);
    for (int host = 1; host <= 100; host++) {
      for (int repeat = 0; repeat < 2; repeat++) {
        stack("h1").send(Ipv4Address.parse("10.2.0." + host), new Echo(false, 7, repeat, 56));
      }
    }
    lan.runUntil(1);
    double overA = lan.metric("a.packets-unreachable");
    double overB = lan.metric("b.packets-unreachable");
    assertThat(overA + overB).isEqualTo(200);
    assertThat(overA % 2).isZero();
    assertThat(overA).isBetween(60.0, 140.0);
  }

  @Test
  void aRouterTellsAHostOfABetterGateway() {
    host("h1", "10.1.0.1/24", "10.1.0.254");
    router("r1", List.of(via("10.2.0.0/24", "10.1.0.253")), "10.1.0.254/24");
    router("r2", List.of(), "10.1.0.253/24", "10.2.0.254/24");
    host("h2", "10.2.0.1/24", "10.2.0.254");
    lan.bridge("s1");
    lan.links("h1 -- s1", "r1.eth0 -- s1", "r2.eth0 -- s1", "r2.eth1 -- h2");
    lan.runUntil(0.001);
    List<String> errors = errorsAt("h1");
    List<Integer> answers = new ArrayList<>();
    stack("h1").icmp().onEchoReply(7, packet -> answers.add(1));
    stack("h1").send(Ipv4Address.parse("10.2.0.1"), new Echo(false, 7, 1, 56));
    lan.runUntil(1);
    assertThat(errors).containsExactly("10.1.0.254 REDIRECT");
    assertThat(answers).hasSize(1);
  }

  @Test
  void aBrokenCableTakesItsRoutesAway() {
    chain();
    lan.link("r1.eth1 -- r2.eth1").fail();
    List<String> errors = errorsAt("h1");
    stack("h1").send(Ipv4Address.parse("10.2.0.1"), new Echo(false, 7, 1, 56));
    lan.runUntil(1);
    assertThat(errors).containsExactly("10.1.0.254 NETWORK_UNREACHABLE");
  }

  @Test
  void machinesThatForwardNeverPassOnBroadcasts() {
    chain();
    stack("h1").send(Ipv4Address.BROADCAST, new Echo(false, 7, 1, 56));
    lan.runUntil(1);
    assertThat(lan.metric("r1.packets-forwarded")).isZero();
    assertThat(new TreeSet<>(List.of(lan.metric("h2.packets-received")))).containsExactly(0.0);
  }
}
