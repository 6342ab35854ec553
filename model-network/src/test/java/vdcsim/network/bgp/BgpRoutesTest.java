package vdcsim.network.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.network.bgp.BgpNetwork.Setup;
import vdcsim.network.bgp.policy.ClauseSpec;
import vdcsim.network.bgp.policy.SetSpec;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.stack.Stack;

class BgpRoutesTest {
  private static ClauseSpec marking(String community) {
    return new ClauseSpec(
        ClauseSpec.Verdict.PERMIT,
        Optional.empty(),
        Optional.of(
            new SetSpec(
                Optional.empty(),
                Optional.of(7L),
                Optional.empty(),
                List.of(community),
                List.of(),
                false,
                List.of(1L),
                Optional.empty())));
  }

  /** r1 - r2 - r3, three systems in a row; r1 marks what it tells. */
  private static BgpNetwork row(List<ClauseSpec> out) {
    return new BgpNetwork()
        .router(
            "r1",
            Setup.of(1, "10.20.1.0/24").with(BgpNetwork.neighbor("10.0.1.2", 2, List.of(), out)),
            "10.0.1.1/24")
        .router(
            "r2",
            Setup.of(2).with(NeighborSpec.of("10.0.1.1", 1), NeighborSpec.of("10.0.2.2", 3)),
            "10.0.1.2/24",
            "10.0.2.1/24")
        .router("r3", Setup.of(3).with(NeighborSpec.of("10.0.2.1", 2)), "10.0.2.2/24")
        .link("r1.p1 -- r2.p1")
        .link("r2.p2 -- r3.p1");
  }

  @Test
  void medGoesToTheNeighbourOnlyAndOwnNumbersStandBehindPrependedOnes() {
    BgpNetwork network = row(List.of(marking("65000:1"))).run(6);
    assertThat(network.best("r2", "10.20.1.0/24")).isEqualTo("10.0.1.1 1 1");
    assertThat(network.path("r2", "10.20.1.0/24").attributes().med()).contains(7L);
    assertThat(network.best("r3", "10.20.1.0/24")).isEqualTo("10.0.2.1 2 1 1");
    assertThat(network.path("r3", "10.20.1.0/24").attributes().med()).isEmpty();
    assertThat(network.path("r3", "10.20.1.0/24").attributes().communities())
        .hasToString("[65000:1]");
  }

  @Test
  void noExportStaysWithTheNeighbour() {
    BgpNetwork network = row(List.of(marking("no-export"))).run(6);
    assertThat(network.best("r2", "10.20.1.0/24")).isEqualTo("10.0.1.1 1 1");
    assertThat(network.best("r3", "10.20.1.0/24")).isEqualTo("none");
  }

  @Test
  void aWithdrawalRunsThroughAllSystems() {
    BgpNetwork network = row(List.of()).run(6);
    assertThat(network.best("r3", "10.20.1.0/24")).isEqualTo("10.0.2.1 2 1");
    Stack r3 = network.lan().world().find("r3", Stack.class).orElseThrow();
    assertThat(r3.routes().selected(Ipv4Prefix.parse("10.20.1.0/24")).orElseThrow().source())
        .isEqualTo(RouteSource.EBGP);
    network.bgp("r1").withdrawNetwork(Ipv4Prefix.parse("10.20.1.0/24"));
    network.until(7);
    assertThat(network.known("r3")).isEmpty();
    assertThat(r3.routes().selected(Ipv4Prefix.parse("10.20.1.0/24"))).isEmpty();
  }

  /** Three systems on one segment: r2 passes on r1's route, and r3 sends straight to r1. */
  @Test
  void aThirdPartysNextHopGoesOnWhereAllShareANetwork() {
    BgpNetwork network =
        new BgpNetwork()
            .router(
                "r1",
                Setup.of(1, "10.20.1.0/24").with(NeighborSpec.of("10.0.0.2", 2)),
                "10.0.0.1/24")
            .router(
                "r2",
                Setup.of(2, "10.20.2.0/24")
                    .with(NeighborSpec.of("10.0.0.1", 1), NeighborSpec.of("10.0.0.3", 3)),
                "10.0.0.2/24")
            .router("r3", Setup.of(3).with(NeighborSpec.of("10.0.0.2", 2)), "10.0.0.3/24");
    network.lan().bridge("s");
    network.link("r1.p1 -- s.p1").link("r2.p1 -- s.p2").link("r3.p1 -- s.p3").run(6);
    assertThat(network.best("r3", "10.20.1.0/24")).isEqualTo("10.0.0.1 2 1");
    assertThat(network.best("r3", "10.20.2.0/24")).isEqualTo("10.0.0.2 2");
  }

  @Test
  void anAggregateHidesItsMembersAndGoesWithTheLastOne() {
    BgpNetwork network =
        new BgpNetwork()
            .router(
                "r1",
                Setup.of(1, "10.20.0.0/24", "10.20.1.0/24").with(NeighborSpec.of("10.0.1.2", 2)),
                "10.0.1.1/24")
            .router(
                "r2",
                Setup.of(2)
                    .aggregating(
                        new AggregateSpec("10.20.0.0/22", true, false),
                        new AggregateSpec("10.0.0.0/8", false, true))
                    .with(NeighborSpec.of("10.0.1.1", 1), NeighborSpec.of("10.0.2.2", 3)),
                "10.0.1.2/24",
                "10.0.2.1/24")
            .router("r3", Setup.of(3).with(NeighborSpec.of("10.0.2.1", 2)), "10.0.2.2/24")
            .link("r1.p1 -- r2.p1")
            .link("r2.p2 -- r3.p1")
            .run(6);
    assertThat(network.known("r3")).isEqualTo("10.0.0.0/8 10.20.0.0/22");
    assertThat(network.best("r3", "10.20.0.0/22")).isEqualTo("10.0.2.1 2");
    assertThat(network.path("r3", "10.20.0.0/22").attributes().atomicAggregate()).isTrue();
    assertThat(network.best("r3", "10.0.0.0/8")).isEqualTo("10.0.2.1 2 1");
    assertThat(network.path("r3", "10.0.0.0/8").attributes().atomicAggregate()).isFalse();
    network.bgp("r1").withdrawNetwork(Ipv4Prefix.parse("10.20.0.0/24"));
    network.until(7);
    assertThat(network.known("r3")).isEqualTo("10.0.0.0/8 10.20.0.0/22");
    network.bgp("r1").withdrawNetwork(Ipv4Prefix.parse("10.20.1.0/24"));
    network.until(8);
    assertThat(network.known("r3")).isEmpty();
  }

  /** r1 and r3 are clients of r2; r3's exit names itself. */
  @Test
  void aReflectorPassesOnWhatIsFromWithinWithOriginatorAndCluster() {
    BgpNetwork network =
        new BgpNetwork()
            .router(
                "r1",
                Setup.of(1, "10.20.1.0/24").with(BgpNetwork.inside("10.255.0.2", 1, true, false)),
                "10.255.0.1/32",
                "10.0.1.1/24")
            .router(
                "r2",
                Setup.of(1)
                    .with(
                        BgpNetwork.inside("10.255.0.1", 1, false, true),
                        BgpNetwork.inside("10.255.0.3", 1, false, false)),
                "10.255.0.2/32",
                "10.0.1.2/24",
                "10.0.2.1/24")
            .router(
                "r3",
                Setup.of(1, "10.20.3.0/24").with(BgpNetwork.inside("10.255.0.2", 1, true, false)),
                "10.255.0.3/32",
                "10.0.2.2/24")
            .route("r1", "10.255.0.0/24", "10.0.1.2")
            .route("r3", "10.255.0.0/24", "10.0.2.1")
            .route("r2", "10.255.0.1/32", "10.0.1.1")
            .route("r2", "10.255.0.3/32", "10.0.2.2")
            .link("r1.p1 -- r2.p1")
            .link("r2.p2 -- r3.p1")
            .run(6);
    assertThat(network.best("r3", "10.20.1.0/24")).isEqualTo("10.255.0.1");
    assertThat(network.best("r1", "10.20.3.0/24")).isEqualTo("10.255.0.3");
    assertThat(network.path("r3", "10.20.1.0/24").attributes().originatorId())
        .contains(Ipv4Address.parse("10.255.0.1"));
    assertThat(network.path("r3", "10.20.1.0/24").attributes().clusterList())
        .hasToString("[10.255.0.2]");
    assertThat(network.path("r3", "10.20.1.0/24").localPreference()).isEqualTo(100);
  }

  @Test
  void everyCandidateIsExplainedWithTheStepAtWhichItLost() {
    BgpNetwork network =
        new BgpNetwork()
            .router(
                "r1",
                Setup.of(1, "10.9.0.0/16").with(NeighborSpec.of("10.0.1.2", 3)),
                "10.0.1.1/24")
            .router(
                "r2",
                Setup.of(2, "10.9.0.0/16").with(NeighborSpec.of("10.0.2.2", 3)),
                "10.0.2.1/24")
            .router(
                "r3",
                Setup.of(3).with(NeighborSpec.of("10.0.1.1", 1), NeighborSpec.of("10.0.2.1", 2)),
                "10.0.1.2/24",
                "10.0.2.2/24")
            .link("r1.p1 -- r3.p1")
            .link("r2.p1 -- r3.p2")
            .run(6);
    List<Explanation.Candidate> candidates =
        network.bgp("r3").explain(Ipv4Prefix.parse("10.9.0.0/16")).orElseThrow().candidates();
    assertThat(candidates).hasSize(2);
    assertThat(candidates.get(0).best()).isTrue();
    assertThat(candidates.get(0).path().peer().asn()).isEqualTo(1);
    assertThat(candidates.get(1).lostAt().orElseThrow().words()).isEqualTo("Router ID");
  }
}
