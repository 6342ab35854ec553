package vdcsim.network.ospf.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** A chain of routers 1 to 4 whose lines cost 10. */
class ExternalRoutesTest {
  private static final String OUTSIDE = "172.16.0.0/16";

  private final Topology system = new Topology();

  ExternalRoutesTest() {
    system.line(0, 1, 2, "10.0.1.0/24", 10, 10);
    system.line(0, 2, 3, "10.0.2.0/24", 10, 10);
    system.line(0, 3, 4, "10.0.3.0/24", 10, 10);
  }

  @Test
  void type1ComesBeforeType2HoweverFar() {
    system.external(1, OUTSIDE, true, 1, "0.0.0.0");
    system.external(4, OUTSIDE, false, 10_000, "0.0.0.0");
    system.settled();
    assertThat(system.route(2, OUTSIDE)).isEqualTo("N E1 10020 10.0.2.2");
  }

  @Test
  void ofTwoOfType2TheLowerMetricWinsAndThenTheNearerRouter() {
    system.external(1, OUTSIDE, true, 20, "0.0.0.0");
    system.external(4, OUTSIDE, true, 20, "0.0.0.0");
    system.external(1, "172.17.0.0/16", true, 21, "0.0.0.0");
    system.external(4, "172.17.0.0/16", true, 20, "0.0.0.0");
    system.settled();
    assertThat(system.route(2, OUTSIDE)).isEqualTo("N E2 10/20 10.0.1.1");
    assertThat(system.route(3, OUTSIDE)).isEqualTo("N E2 10/20 10.0.3.2");
    assertThat(system.route(2, "172.17.0.0/16")).isEqualTo("N E2 20/20 10.0.2.2");
  }

  @Test
  void equallyGoodOnesShare() {
    system.external(1, OUTSIDE, false, 20, "0.0.0.0");
    system.external(4, OUTSIDE, false, 10, "0.0.0.0");
    system.settled();
    assertThat(system.route(2, OUTSIDE)).isEqualTo("N E1 30 10.0.1.1 10.0.2.2");
  }

  @Test
  void anInfiniteMetricAndAnOwnLsaDoNotCount() {
    system.external(1, OUTSIDE, true, 0xFF_FFFF, "0.0.0.0");
    system.external(2, "172.17.0.0/16", true, 1, "0.0.0.0");
    system.settled();
    assertThat(system.route(2, OUTSIDE)).isEqualTo("none");
    assertThat(system.route(2, "172.17.0.0/16")).isEqualTo("none");
    assertThat(system.route(1, "172.17.0.0/16")).isEqualTo("N E2 10/1 10.0.1.2");
  }

  @Test
  void aNetworkInsideIsNotLookedForOutside() {
    system.external(4, "10.0.1.0/24", false, 1, "0.0.0.0");
    system.settled();
    assertThat(system.externalRoutes(3).size()).isZero();
  }

  @Test
  void packetsGoToTheForwardingAddressIfItIsReachedInside() {
    system.stub(0, 3, "10.9.0.0/24", 5);
    system.external(4, OUTSIDE, true, 1, "10.9.0.77");
    system.external(4, "172.17.0.0/16", true, 1, "192.0.2.1");
    system.settled();
    assertThat(system.route(2, OUTSIDE)).isEqualTo("N E2 15/1 10.0.2.2");
    assertThat(system.route(3, OUTSIDE)).as("on an own network").isEqualTo("N E2 5/1 10.9.0.77");
    assertThat(system.route(3, "172.17.0.0/16")).isEqualTo("none");
  }

  @Test
  void anInsideWayThroughAnotherAreaThanTheBackboneComesFirst() {
    system.line(1, 2, 5, "10.1.1.0/24", 30, 30);
    system.line(1, 2, 6, "10.1.2.0/24", 30, 30);
    system.external(4, OUTSIDE, true, 1, "0.0.0.0");
    system.external(5, OUTSIDE, true, 1, "0.0.0.0");
    system.settled();
    assertThat(system.route(2, OUTSIDE))
        .as("30 within area 1, 20 over the backbone")
        .isEqualTo("N E2 30/1 10.1.1.2");
    RouterView view = system.view(2);
    RouterView old =
        new RouterView(view.self(), 0, true, true, true, view.areas(), view.external());
    OspfRoute compatible =
        ExternalRoutes.of(old, InternalRoutes.of(old))
            .find(Ipv4Prefix.parse(OUTSIDE))
            .orElseThrow();
    assertThat(Topology.text(compatible)).isEqualTo("N E2 20/1 10.0.2.2");
  }

  @Test
  void networksThatBeginAlikeGetDifferentLinkStateIds() {
    Ipv4Prefix small = Ipv4Prefix.parse("10.0.0.0/24");
    Ipv4Prefix large = Ipv4Prefix.parse("10.0.0.0/8");
    Ipv4Prefix host = Ipv4Prefix.parse("10.0.0.255/32");
    assertThat(LinkStateIds.of(List.of(small, large)))
        .isEqualTo(
            Map.of(large, Ipv4Address.parse("10.0.0.0"), small, Ipv4Address.parse("10.0.0.255")));
    assertThat(LinkStateIds.of(List.of(small, large, host)).get(small))
        .as("the host has its last address")
        .isEqualTo(Ipv4Address.parse("10.0.0.254"));
  }
}
