package vdcsim.network.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.network.bgp.message.AsPath;
import vdcsim.network.bgp.message.Origin;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Reach;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;

class SelectionTest {
  private static final DecisionSettings PLAIN = new DecisionSettings(true, false, false, false, 64);

  private record Neighbour(long asn, boolean isExternal, Ipv4Address address, Ipv4Address routerId)
      implements Peering {}

  private static Neighbour external(long asn, int number) {
    Ipv4Address address = Ipv4Address.parse("10.0." + number + ".2");
    return new Neighbour(asn, true, address, Ipv4Address.parse("10.255.0." + number));
  }

  private static Neighbour internal(int number) {
    Ipv4Address address = Ipv4Address.parse("10.255.0." + number);
    return new Neighbour(1, false, address, address);
  }

  private static PathAttributes attributes(Long... path) {
    return PathAttributes.local(Origin.IGP, Ipv4Address.parse("10.9.9.9"), 0)
        .change()
        .asPath(AsPath.of(List.of(path)))
        .done();
  }

  private static Path path(Neighbour from, PathAttributes attributes, long igpMetric) {
    vdcsim.network.bgp.rib.NextHop hop = new vdcsim.network.bgp.rib.NextHop(from.address());
    Route route =
        Route.of(
            new Ipv4Interface(from.address(), 24).network(),
            RouteSource.OSPF,
            igpMetric,
            List.of(NextHop.connected("eth0")));
    hop.follow(new Reach(Optional.of(route), route.nextHops()));
    return new Path(Path.Kind.LEARNED, from, attributes, 0, hop, false);
  }

  private static Path weighted(Path path, int weight) {
    return new Path(path.kind(), path.peer(), path.attributes(), weight, path.nextHop(), false);
  }

  private static void wins(Path winner, Path loser, Step step) {
    for (List<Path> order : List.of(List.of(winner, loser), List.of(loser, winner))) {
      Selection selection = Selection.of(order, Optional.empty(), PLAIN);
      assertThat(selection.best()).containsSame(winner);
      assertThat(selection.reason()).isEqualTo(step);
      assertThat(selection.against(loser, PLAIN)).contains(step);
    }
  }

  @Test
  void eachStepDecidesWhereAllBeforeAreEqual() {
    Path shorter = path(external(2, 9), attributes(2L), 9);
    Path longer = path(external(2, 1), attributes(2L, 3L), 1);
    wins(weighted(longer, 500), weighted(shorter, 499), Step.WEIGHT);
    Path preferred =
        path(
            external(2, 9),
            attributes(2L, 3L).change().localPreference(Optional.of(101L)).done(),
            9);
    wins(preferred, shorter, Step.LOCAL_PREFERENCE);
    wins(shorter, longer, Step.AS_PATH);
    Path med = path(external(2, 1), attributes(2L).change().med(Optional.of(1L)).done(), 1);
    wins(shorter, med, Step.MED);
    Path inside = path(internal(1), attributes(2L), 1);
    wins(shorter, inside, Step.PEER_TYPE);
    wins(
        path(internal(9), attributes(2L), 1),
        path(internal(1), attributes(2L), 2),
        Step.IGP_METRIC);
    wins(
        path(external(3, 1), attributes(3L), 0),
        path(external(2, 2), attributes(2L), 0),
        Step.ROUTER_ID);
  }

  @Test
  void theOriginatorStandsInForTheRouterIdAndThenTheClustersCount() {
    Ipv4Address first = Ipv4Address.parse("1.1.1.1");
    PathAttributes near =
        attributes(2L).change().reflected(Optional.of(first), List.of(first)).done();
    PathAttributes far =
        attributes(2L).change().reflected(Optional.of(first), List.of(first, first)).done();
    wins(path(internal(9), near, 1), path(internal(1), attributes(2L), 1), Step.ROUTER_ID);
    wins(path(internal(9), near, 1), path(internal(1), far, 1), Step.CLUSTER_LENGTH);
    wins(path(internal(1), near, 1), path(internal(9), near, 1), Step.NEIGHBOR_ADDRESS);
  }

  @Test
  void withoutComparingRouterIdsThePathInUseStays() {
    DecisionSettings byAge = new DecisionSettings(false, false, false, false, 64);
    Path lower = path(external(2, 1), attributes(2L), 0);
    Path inUse = path(external(3, 2), attributes(3L), 0);
    Selection selection = Selection.of(List.of(lower, inUse), Optional.of(inUse), byAge);
    assertThat(selection.best()).containsSame(inUse);
    assertThat(selection.reason()).isEqualTo(Step.OLDER_PATH);
    assertThat(Selection.of(List.of(lower, inUse), Optional.empty(), byAge).best())
        .containsSame(lower);
  }

  @Test
  void medsOfDifferentSystemsAreComparedOnlyOnDemand() {
    Path cheap = path(external(3, 2), attributes(3L).change().med(Optional.of(10L)).done(), 0);
    Path dear = path(external(2, 1), attributes(2L).change().med(Optional.of(100L)).done(), 0);
    wins(dear, cheap, Step.ROUTER_ID);
    DecisionSettings always = new DecisionSettings(true, true, false, false, 64);
    assertThat(Selection.of(List.of(dear, cheap), Optional.empty(), always).best())
        .containsSame(cheap);
  }

  /** The three paths of the well-known example: each beats another one, none beats both. */
  @Test
  void withThreePathsTheSequenceMayDecideUnlessMedsAreDeterministic() {
    Path high = path(external(2, 1), attributes(2L).change().med(Optional.of(20L)).done(), 0);
    Path low = path(external(2, 3), attributes(2L).change().med(Optional.of(10L)).done(), 0);
    Path other = path(external(3, 2), attributes(3L), 0);
    // high beats other, other beats low (router id); low beats high (MED).
    assertThat(Selection.of(List.of(other, low, high), Optional.empty(), PLAIN).best())
        .containsSame(high);
    assertThat(Selection.of(List.of(high, low, other), Optional.empty(), PLAIN).best())
        .containsSame(other);
    DecisionSettings fixed = new DecisionSettings(true, false, true, false, 64);
    for (List<Path> order : List.of(List.of(other, low, high), List.of(high, low, other))) {
      assertThat(Selection.of(order, Optional.empty(), fixed).best()).containsSame(other);
    }
  }

  @Test
  void equalPathsShareThePacketsAndMayDifferInWhatTheySayWhenRelaxed() {
    Path one = path(external(2, 1), attributes(2L, 5L), 0);
    Path same = path(external(2, 2), attributes(2L, 5L), 0);
    Path elsewhere = path(external(4, 3), attributes(4L, 5L), 0);
    List<Path> all = List.of(elsewhere, same, one);
    assertThat(Selection.of(all, Optional.empty(), PLAIN).used()).containsExactly(one, same);
    DecisionSettings relaxed = new DecisionSettings(true, false, false, true, 64);
    assertThat(Selection.of(all, Optional.empty(), relaxed).used())
        .containsExactly(one, elsewhere, same);
    DecisionSettings two = new DecisionSettings(true, false, false, true, 2);
    assertThat(Selection.of(all, Optional.empty(), two).used()).hasSize(2);
  }

  @Test
  void aPathWhoseNextHopCannotBeReachedIsNotChosen() {
    Path near = path(external(2, 1), attributes(2L), 0);
    Path lost =
        new Path(
            Path.Kind.LEARNED,
            external(2, 2),
            attributes(2L),
            999,
            new vdcsim.network.bgp.rib.NextHop(Ipv4Address.parse("10.7.7.7")),
            false);
    assertThat(Selection.of(List.of(lost, near), Optional.empty(), PLAIN).best())
        .containsSame(near);
    assertThat(Selection.of(List.of(lost), Optional.empty(), PLAIN)).isEqualTo(Selection.NONE);
  }
}
