package vdcsim.network.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.network.ospf.lsa.LsaHeader;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.routing.RedistributeSpec;
import vdcsim.network.stack.StaticRouteSpec;

/** A line of three routers, each hop costs 10. */
class FloodingTest {
  private final OspfNetwork network = new OspfNetwork();

  private OspfNetwork line() {
    network.cable("r1", "r2");
    network.cable("r2", "r3");
    return network;
  }

  private Optional<LsaHeader> header(String at, LsaType type, String id) {
    return network.tables(at).database().stream()
        .map(OspfTables.DatabaseRow::header)
        .filter(h -> h.key().type() == type && h.key().linkStateId().toString().equals(id))
        .findFirst();
  }

  private int age(String at, String router) {
    return header(at, LsaType.ROUTER, router).orElseThrow().age();
  }

  @Test
  void anLsaAgesByASecondAHopAndIsSaidAgainAfterHalfAnHour() {
    line().make().runUntil(1000.5);
    int sequence = header("r3", LsaType.ROUTER, "10.255.0.1").orElseThrow().sequence();
    assertThat(age("r3", "10.255.0.1")).isBetween(980, 1003);
    network.runUntil(1900);
    assertThat(header("r3", LsaType.ROUTER, "10.255.0.1").orElseThrow().sequence())
        .isEqualTo(sequence + 1);
    assertThat(age("r3", "10.255.0.1") - age("r1", "10.255.0.1")).isEqualTo(2);
    assertThat(network.metric("r1", "10.255.0.3/32")).isEqualTo(20);
  }

  @Test
  void whatWasLostIsSentAgain() {
    line().make().runUntil(20.5);
    double before = network.metric("r2.ospf.lsas-retransmitted");
    // For two seconds nothing passes, less than the four until a neighbour is dead.
    network.link(1).failSilently();
    network.ospf("r1").changeCost(network.ospf("r1").require("", "p1"), 33);
    network.runUntil(22.5);
    network.link(1).repair();
    assertThat(network.metric("r3", "10.255.0.1/32")).isEqualTo(20);
    network.runUntil(32);
    assertThat(network.metric("r2.ospf.lsas-retransmitted") - before).isBetween(1.0, 2.0);
    assertThat(network.database("r3", "0")).isEqualTo(network.database("r1", "0"));
    assertThat(network.metric("r1", "10.255.0.3/32")).isEqualTo(43);
  }

  @Test
  void twoChangesWithinASecondNeedARetransmission() {
    line().make().runUntil(20.5);
    network.ospf("r1").changeCost(network.ospf("r1").require("", "p1"), 33);
    network.runUntil(21);
    network.ospf("r1").changeCost(network.ospf("r1").require("", "p1"), 44);
    network.runUntil(21.4);
    // MinLSArrival: the second came half a second after the first.
    assertThat(network.metric("r2.ospf.lsas-too-soon")).isGreaterThanOrEqualTo(1);
    assertThat(network.database("r2", "0")).isNotEqualTo(network.database("r1", "0"));
    network.runUntil(32);
    assertThat(network.database("r2", "0")).isEqualTo(network.database("r1", "0"));
    assertThat(network.database("r3", "0")).isEqualTo(network.database("r1", "0"));
  }

  @Test
  void withAnIntervalOwnInstancesFollowFiveSecondsApart() {
    line();
    network.node("r1").lsaInterval = Duration.ofSeconds(5);
    network.make().runUntil(20.5);
    int sequence = header("r1", LsaType.ROUTER, "10.255.0.1").orElseThrow().sequence();
    for (int i = 0; i < 4; i++) {
      network.ospf("r1").changeCost(network.ospf("r1").require("", "p1"), 50 + i);
      network.runUntil(21 + i);
    }
    assertThat(header("r1", LsaType.ROUTER, "10.255.0.1").orElseThrow().sequence())
        .isEqualTo(sequence + 1);
    network.runUntil(26);
    assertThat(header("r1", LsaType.ROUTER, "10.255.0.1").orElseThrow().sequence())
        .isEqualTo(sequence + 2);
    assertThat(network.metric("r1", "10.255.0.2/32")).isEqualTo(53);
  }

  @Test
  void aRouteThatIsTakenBackIsFlushedEverywhere() {
    line();
    network.node("r1").redistribute = List.of(new RedistributeSpec(RedistributeSpec.Source.STATIC));
    network.node("r1").routes =
        List.of(new StaticRouteSpec("172.16.0.0/16", List.of(), Optional.empty(), true, 1));
    network.make().runUntil(20.5);
    assertThat(header("r3", LsaType.AS_EXTERNAL, "172.16.0.0")).isPresent();
    assertThat(network.metric("r3", "172.16.0.0/16")).isEqualTo(20);
    network
        .stack("r1")
        .routes()
        .withdraw(
            vdcsim.network.ip.Ipv4Prefix.parse("172.16.0.0/16"),
            vdcsim.network.routing.RouteSource.STATIC);
    network.runUntil(20.6);
    assertThat(network.metric("r3", "172.16.0.0/16")).isEqualTo(-1);
    network.runUntil(30);
    for (String router : network.names()) {
      assertThat(header(router, LsaType.AS_EXTERNAL, "172.16.0.0")).as(router).isEmpty();
    }
    assertThat(network.metric("r1.ospf.lsas-flushed")).isEqualTo(1);
  }

  @Test
  void anotherRoutersLsaLeavesAnHourAfterItFellSilent() {
    line().make().runUntil(20.5);
    network.link(1).fail();
    network.runUntil(3500);
    assertThat(header("r1", LsaType.ROUTER, "10.255.0.3")).isPresent();
    assertThat(network.metric("r1", "10.255.0.3/32")).isEqualTo(-1);
    network.runUntil(3700);
    assertThat(header("r1", LsaType.ROUTER, "10.255.0.3")).isEmpty();
  }

  @Test
  void anAreaThatComesTogetherAgainExchangesWhatItMissed() {
    line().make().runUntil(20.5);
    network.link(1).fail();
    network.runUntil(30.5);
    network.ospf("r1").changeCost(network.ospf("r1").require("", "p1"), 5);
    network.runUntil(40.5);
    network.link(1).repair();
    network.runUntil(60);
    assertThat(network.database("r3", "0")).isEqualTo(network.database("r1", "0"));
    assertThat(network.metric("r1", "10.255.0.3/32")).isEqualTo(15);
  }
}
