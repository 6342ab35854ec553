package vdcsim.network.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

class RedistributionTest {
  private static final Ipv4Prefix LAN = Ipv4Prefix.parse("10.0.0.0/24");
  private static final Ipv4Prefix FAR = Ipv4Prefix.parse("192.168.0.0/16");
  private static final NextHop OUT = NextHop.via("eth0", Ipv4Address.parse("10.0.0.2"));

  private final RoutingTable table = new RoutingTable();
  private final List<String> log = new ArrayList<>();

  private void take(RedistributeSpec... taken) {
    Redistribution.start(
        table,
        List.of(taken),
        new Redistribution.Listener() {
          @Override
          public void taken(Ipv4Prefix prefix, Route route, RedistributeSpec how) {
            String metric = how.metric().map(String::valueOf).orElse("default");
            log.add("+" + prefix + " " + route.source() + " " + metric);
          }

          @Override
          public void dropped(Ipv4Prefix prefix) {
            log.add("-" + prefix);
          }
        });
  }

  private static RedistributeSpec with(RedistributeSpec.Source source, long metric) {
    return new RedistributeSpec(source, Optional.of(metric), Optional.empty());
  }

  private void connect() {
    table.interfaceChanged("eth0", true);
    table.offer(Route.of(LAN, RouteSource.CONNECTED, 0, List.of(NextHop.connected("eth0"))));
  }

  @Test
  void routesThatAreInUseAlreadyAreTakenAtOnceInTheOrderOfNetworks() {
    table.offer(Route.blackhole(FAR, RouteSource.STATIC, 1));
    connect();
    take(
        with(RedistributeSpec.Source.STATIC, 5),
        new RedistributeSpec(RedistributeSpec.Source.CONNECTED));
    assertThat(log).containsExactly("+10.0.0.0/24 CONNECTED default", "+192.168.0.0/16 STATIC 5");
  }

  @Test
  void aRouteComesWithItsInterfaceAndGoesWithIt() {
    take(with(RedistributeSpec.Source.CONNECTED, 1));
    connect();
    table.interfaceChanged("eth0", false);
    assertThat(log).containsExactly("+10.0.0.0/24 CONNECTED 1", "-10.0.0.0/24");
  }

  @Test
  void aRouteThatIsNotInUseIsNotTaken() {
    take(with(RedistributeSpec.Source.RIP, 7));
    connect();
    table.offer(Route.of(FAR, RouteSource.OSPF, 20, List.of(OUT)));
    table.offer(Route.of(FAR, RouteSource.RIP, 2, List.of(OUT)));
    assertThat(log).isEmpty();
    table.withdraw(FAR, RouteSource.OSPF);
    assertThat(log).containsExactly("+192.168.0.0/16 RIP 7");
    table.offer(Route.of(FAR, RouteSource.OSPF, 20, List.of(OUT)));
    assertThat(log).containsExactly("+192.168.0.0/16 RIP 7", "-192.168.0.0/16");
  }

  @Test
  void oneSourceTakesTheNetworkOverFromAnother() {
    take(with(RedistributeSpec.Source.RIP, 7), with(RedistributeSpec.Source.BGP, 3));
    connect();
    table.offer(Route.of(FAR, RouteSource.RIP, 2, List.of(OUT)));
    table.offer(Route.of(FAR, RouteSource.EBGP, 0, List.of(OUT)));
    table.withdraw(FAR, RouteSource.EBGP);
    table.offer(Route.of(FAR, RouteSource.IBGP, 0, List.of(OUT)));
    table.withdraw(FAR, RouteSource.RIP);
    assertThat(log)
        .containsExactly(
            "+192.168.0.0/16 RIP 7",
            "+192.168.0.0/16 EBGP 3",
            "+192.168.0.0/16 RIP 7",
            "+192.168.0.0/16 IBGP 3");
  }

  @Test
  void aMetricOfMoreThan32BitsIsRefused() {
    assertThatThrownBy(() -> with(RedistributeSpec.Source.STATIC, 1L << 32))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("between 0 and 4294967295, was 4294967296");
  }
}
