package vdcsim.network.traceroute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.result.FinalTable;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.StaticRouteSpec;

class TracerouteTest {
  /** A probe of 60 bytes and an error of 56, each with 26 bytes of Ethernet, at 1 Gbps. */
  private static final double PROBE_NS = 8 * (60 + 26);

  private static final double ERROR_NS = 8 * (56 + 26);

  private final Lan lan = new Lan();

  private void router(String name, StaticRouteSpec route, String... addresses) {
    Map<String, String> interfaces = new LinkedHashMap<>();
    for (String address : addresses) {
      interfaces.put("eth" + interfaces.size(), address);
    }
    lan.connect(Router.make(name, new RouterSpec(interfaces, List.of(route)), lan.world()));
  }

  private static StaticRouteSpec via(String to, String gateway) {
    return new StaticRouteSpec(to, List.of(gateway), Optional.empty(), false, 1);
  }

  private void host(String name, String address, Optional<String> gateway) {
    lan.hosts(name);
    lan.address(name, new IpSpec(Optional.of(address), Map.of(), gateway, List.of(), false));
  }

  /** Two hosts with two routers between them. */
  private void chain() {
    host("h1", "10.1.0.1/24", Optional.of("10.1.0.254"));
    host("h2", "10.2.0.1/24", Optional.of("10.2.0.254"));
    router("r1", via("10.2.0.0/24", "10.0.0.2"), "10.1.0.254/24", "10.0.0.1/30");
    router("r2", via("10.1.0.0/24", "10.0.0.1"), "10.2.0.254/24", "10.0.0.2/30");
    lan.links("h1 -- r1.eth0", "r1.eth1 -- r2.eth1", "r2.eth0 -- h2");
  }

  private static TracerouteSpec spec(String to, TracerouteSpec.Probes mode, int mostHops) {
    return new TracerouteSpec(
        "h1",
        to,
        mode,
        3,
        mostHops,
        Duration.ofSeconds(1),
        Duration.ZERO,
        Optional.empty(),
        new DataSize(60));
  }

  private void trace(String to, TracerouteSpec.Probes mode, int mostHops) {
    lan.connect(Traceroute.make("trace", spec(to, mode, mostHops), lan.world()));
  }

  private FinalTable table() {
    return lan.simulation().tables().read(100).stream()
        .filter(t -> t.name().equals("traceroute-trace"))
        .findFirst()
        .orElseThrow();
  }

  /** Hop, address, machine, answered and lost probes of each row. */
  private List<String> rows() {
    return table().rows().stream().map(row -> String.join(" ", row.subList(1, 6))).toList();
  }

  @Test
  void everyRouterOnTheWayTellsOfItself() {
    chain();
    trace("h2", TracerouteSpec.Probes.UDP, 30);
    lan.runUntil(20);
    assertThat(rows())
        .containsExactly("1 10.1.0.254 r1 3 0", "2 10.0.0.2 r2 3 0", "3 10.2.0.1 h2 3 0");
    assertThat(lan.metric("trace.reached")).isEqualTo(1);
    assertThat(lan.metric("trace.hops")).isEqualTo(3);
    assertThat(lan.metric("trace.round-trip-time", "count")).isEqualTo(3);
    assertThat(lan.metric("trace.round-trip-time", "min")).isEqualTo(3 * (PROBE_NS + ERROR_NS));
    List<List<String>> table = table().rows();
    for (int hop = 1; hop <= 3; hop++) {
      double least = Double.parseDouble(table.get(hop - 1).get(6));
      assertThat(1000 * least).isCloseTo(hop * (PROBE_NS + ERROR_NS), within(0.001));
    }
  }

  @Test
  void echoRequestsFindTheSameWayAndEndWithAReplyOfTheirOwnLength() {
    chain();
    trace("h2", TracerouteSpec.Probes.ICMP, 30);
    lan.runUntil(20);
    assertThat(rows())
        .containsExactly("1 10.1.0.254 r1 3 0", "2 10.0.0.2 r2 3 0", "3 10.2.0.1 h2 3 0");
    assertThat(lan.metric("trace.round-trip-time", "min")).isEqualTo(6 * PROBE_NS);
  }

  @Test
  void aRouterThatThrowsPacketsAwayAnswersNothing() {
    host("h1", "10.1.0.1/24", Optional.of("10.1.0.254"));
    router(
        "r1",
        new StaticRouteSpec("10.9.0.0/16", List.of(), Optional.empty(), true, 1),
        "10.1.0.254/24");
    lan.links("h1 -- r1.eth0");
    trace("10.9.0.1", TracerouteSpec.Probes.UDP, 3);
    lan.runUntil(20);
    assertThat(rows()).containsExactly("1 10.1.0.254 r1 3 0", "2 *  0 3", "3 *  0 3");
    assertThat(lan.metric("trace.reached")).isZero();
    assertThat(lan.metric("r1.packets-discarded")).isEqualTo(6);
  }

  @Test
  void aGatewayThatIsNotThereIsToldByTheHostItself() {
    host("h1", "10.1.0.1/24", Optional.of("10.1.0.253"));
    host("h2", "10.1.0.2/24", Optional.empty());
    lan.links("h1 -- h2");
    trace("10.9.0.1", TracerouteSpec.Probes.UDP, 2);
    lan.runUntil(20);
    // Nobody answers three requests for the address, a second apart; the third probe has waited.
    assertThat(rows()).containsExactly("1 *  0 3", "2 10.1.0.1 h1 1 2");
  }

  @Test
  void aRouterWithoutARouteSaysSoAndTheSearchEnds() {
    chain();
    trace("10.9.0.1", TracerouteSpec.Probes.UDP, 30);
    lan.runUntil(20);
    assertThat(rows()).containsExactly("1 10.1.0.254 r1 3 0", "2 10.1.0.254 r1 3 0");
    assertThat(table().rows().get(1)).last().isEqualTo("network unreachable");
  }

  @Test
  void theHighestTimeToLiveEndsTheSearch() {
    chain();
    trace("h2", TracerouteSpec.Probes.UDP, 2);
    lan.runUntil(20);
    assertThat(rows()).hasSize(2);
    assertThat(lan.metric("trace.reached")).isZero();
  }

  @Test
  void aProbeShorterThanItsHeadersIsRefused() {
    assertThatThrownBy(
            () ->
                new TracerouteSpec(
                    "h1",
                    "h2",
                    TracerouteSpec.Probes.UDP,
                    3,
                    30,
                    Duration.ofSeconds(5),
                    Duration.ZERO,
                    Optional.empty(),
                    new DataSize(27)))
        .isInstanceOf(Refusal.class)
        .hasMessage("a probe has between 28 B and 1500 B, was 27 B");
  }
}
