package vdcsim.network.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

class RoutingTableTest {
  private static final Ipv4Prefix LAN = Ipv4Prefix.parse("10.0.0.0/24");
  private static final Ipv4Prefix FAR = Ipv4Prefix.parse("192.168.0.0/16");
  private static final Ipv4Address NEIGHBOUR = Ipv4Address.parse("10.0.0.2");

  private final RoutingTable table = new RoutingTable();
  private final List<String> log = new ArrayList<>();

  private void connected(Ipv4Prefix prefix, String name) {
    table.interfaceChanged(name, true);
    table.offer(Route.of(prefix, RouteSource.CONNECTED, 0, List.of(NextHop.connected(name))));
  }

  private String way(String destination) {
    return table.ways(Ipv4Address.parse(destination)).stream()
        .map(
            hop ->
                hop.interfaceName().orElse("?")
                    + hop.gateway().map(gateway -> " " + gateway).orElse(""))
        .toList()
        .toString();
  }

  @Test
  void theLeastDistanceWinsThenTheLeastMetric() {
    connected(LAN, "eth0");
    table.offer(Route.of(FAR, RouteSource.RIP, 2, List.of(NextHop.via("eth0", NEIGHBOUR))));
    table.offer(Route.of(FAR, RouteSource.OSPF, 500, List.of(NextHop.connected("eth0"))));
    assertThat(table.selected(FAR).orElseThrow().source()).isEqualTo(RouteSource.OSPF);
    table.withdraw(FAR, RouteSource.OSPF);
    assertThat(table.selected(FAR).orElseThrow().source()).isEqualTo(RouteSource.RIP);
    assertThat(way("192.168.1.1")).isEqualTo("[eth0 10.0.0.2]");
  }

  @Test
  void aRouteThroughAGatewayComesAndGoesWithTheWayToIt() {
    table.onChange((prefix, before, after) -> log.add(prefix + " " + after.isPresent()));
    table.offer(Route.of(FAR, RouteSource.STATIC, 0, List.of(NextHop.recursive(NEIGHBOUR))));
    assertThat(log).isEmpty();
    connected(LAN, "eth0");
    assertThat(way("192.168.1.1")).isEqualTo("[eth0 10.0.0.2]");
    table.interfaceChanged("eth0", false);
    assertThat(way("192.168.1.1")).isEqualTo("[]");
    assertThat(log)
        .containsExactly(
            "10.0.0.0/24 true", "192.168.0.0/16 true", "10.0.0.0/24 false", "192.168.0.0/16 false");
  }

  @Test
  void aGatewayMayStandBehindAnother() {
    connected(LAN, "eth0");
    Ipv4Address second = Ipv4Address.parse("172.16.0.1");
    table.offer(Route.of(FAR, RouteSource.IBGP, 0, List.of(NextHop.recursive(second))));
    table.offer(
        Route.of(
            Ipv4Prefix.parse("172.16.0.0/24"),
            RouteSource.STATIC,
            0,
            List.of(NextHop.recursive(NEIGHBOUR))));
    assertThat(way("192.168.1.1")).isEqualTo("[eth0 10.0.0.2]");
  }

  @Test
  void aRouteNeverLeadsToItself() {
    Ipv4Address inside = Ipv4Address.parse("192.168.1.1");
    connected(LAN, "eth0");
    table.offer(Route.of(FAR, RouteSource.STATIC, 0, List.of(NextHop.recursive(inside))));
    assertThat(table.selected(FAR)).isEmpty();
  }

  @Test
  void aFloatingStaticRouteStepsInWhenTheBetterOneFails() {
    connected(LAN, "eth0");
    connected(Ipv4Prefix.parse("10.0.1.0/24"), "eth1");
    table.offer(Route.of(FAR, RouteSource.STATIC, 0, List.of(NextHop.via("eth0", NEIGHBOUR))));
    table.offer(
        new Route(
            FAR,
            RouteSource.STATIC,
            250,
            0,
            List.of(NextHop.via("eth1", Ipv4Address.parse("10.0.1.2")))));
    assertThat(way("192.168.1.1")).isEqualTo("[eth0 10.0.0.2]");
    table.interfaceChanged("eth0", false);
    assertThat(way("192.168.1.1")).isEqualTo("[eth1 10.0.1.2]");
  }

  @Test
  void blackholesThrowAwayAndDefaultRoutesDoNotResolveGateways() {
    connected(LAN, "eth0");
    table.offer(Route.blackhole(FAR, RouteSource.STATIC, 1));
    assertThat(table.selected(FAR).orElseThrow().isBlackhole()).isTrue();
    assertThat(way("192.168.1.1")).isEqualTo("[]");
    table.offer(
        Route.of(Ipv4Prefix.ALL, RouteSource.STATIC, 0, List.of(NextHop.via("eth0", NEIGHBOUR))));
    Ipv4Prefix other = Ipv4Prefix.parse("172.16.0.0/12");
    table.offer(
        Route.of(
            other, RouteSource.IBGP, 0, List.of(NextHop.recursive(Ipv4Address.parse("1.1.1.1")))));
    assertThat(table.selected(other)).isEmpty();
  }

  @Test
  void aWatcherHearsWhenTheWayToItsAddressChanges() {
    connected(LAN, "eth0");
    table.watch(NEIGHBOUR, () -> log.add("changed"));
    table.interfaceChanged("eth0", false);
    table.interfaceChanged("eth0", true);
    assertThat(log).containsExactly("changed", "changed");
  }
}
