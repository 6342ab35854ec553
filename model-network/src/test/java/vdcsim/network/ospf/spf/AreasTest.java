package vdcsim.network.ospf.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vdcsim.network.ospf.spf.Topology.costs;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.SummaryLsa;
import vdcsim.network.ospf.spf.AreaSettings.Range;

/**
 * The areas of RFC 2328, figure 6: tables 4 and 5 say what border routers announce and what RT4
 * reaches. Area 1 holds RT1 to RT4, area 2 RT7, RT8, RT10, RT11, area 3 RT9, RT11, RT12 with a
 * range N9 to N11 and H1; RT10 and RT11 have a virtual link through area 2.
 */
class AreasTest {
  private final Topology system = new Topology();

  @BeforeEach
  void build() {
    system.settings(
        3, ranges(new Range(Ipv4Prefix.parse("10.64.0.0/10"), true, OptionalInt.empty())));
    system.stub(1, 1, "10.1.0.0/16", 3);
    system.stub(1, 2, "10.2.0.0/16", 3);
    system.lan(1, "10.3.0.0/16", costs(4, 1, 1, 1, 2, 1, 3, 1));
    system.stub(1, 3, "10.4.0.0/16", 2);
    system.line(0, 3, 6, "10.32.1.0/24", 8, 6);
    system.line(0, 4, 5, "10.32.2.0/24", 8, 8);
    system.line(0, 5, 6, "10.32.3.0/24", 7, 6);
    system.line(0, 5, 7, "10.32.4.0/24", 6, 6);
    system.line(0, 6, 10, "10.32.5.0/24", 7, 5);
    system.lan(2, "10.6.0.0/16", costs(8, 1, 7, 1, 10, 1));
    system.stub(2, 8, "10.7.0.0/16", 4);
    system.lan(2, "10.8.0.0/16", costs(10, 3, 11, 2));
    system.lan(3, "10.64.9.0/24", costs(11, 1, 9, 1, 12, 1));
    system.stub(3, 9, "10.64.11.0/24", 3);
    system.stub(3, 12, "10.64.10.0/24", 2);
    system.stub(3, 12, "10.64.0.1/32", 10);
    system.virtual(2, 10, 11);
    system.external(5, "172.12.0.0/16", false, 8, "0.0.0.0");
    system.external(7, "172.12.0.0/16", false, 2, "0.0.0.0");
  }

  private static AreaSettings ranges(Range... ranges) {
    return new AreaSettings(
        AreaSettings.Kind.NORMAL, true, 1, AreaSettings.Translator.CANDIDATE, List.of(ranges));
  }

  /** The cost that a router announces into an area, or -1. */
  private int announced(int router, int area, String network) {
    RouterView view = system.view(router);
    Ipv4Prefix prefix = Ipv4Prefix.parse(network);
    return Announcements.of(view, InternalRoutes.of(view)).get(Topology.area(area)).stream()
        .filter(a -> a.key().linkStateId().equals(prefix.address()))
        .map(a -> (SummaryLsa) a.body())
        .filter(body -> body.prefixLength() == prefix.length())
        .mapToInt(SummaryLsa::metric)
        .findFirst()
        .orElse(-1);
  }

  @Test
  void rt3AndRt4AnnounceArea1ToTheBackboneAsInTable4() {
    system.settled();
    assertThat(announced(3, 0, "10.1.0.0/16")).isEqualTo(4);
    assertThat(announced(3, 0, "10.2.0.0/16")).isEqualTo(4);
    assertThat(announced(3, 0, "10.3.0.0/16")).isEqualTo(1);
    assertThat(announced(3, 0, "10.4.0.0/16")).isEqualTo(2);
    assertThat(announced(4, 0, "10.1.0.0/16")).isEqualTo(4);
    assertThat(announced(4, 0, "10.2.0.0/16")).isEqualTo(4);
    assertThat(announced(4, 0, "10.3.0.0/16")).isEqualTo(1);
    assertThat(announced(4, 0, "10.4.0.0/16")).isEqualTo(3);
  }

  @Test
  void rt10AndRt11ShareAVirtualLinkWithTheCostThroughArea2() {
    system.settled();
    assertThat(system.routes(10).virtualLinks())
        .extracting(VirtualLinkEnd::cost, v -> v.own() + " to " + v.peerAddress())
        .containsExactly(tuple(3, "10.8.0.10 to 10.8.0.11"));
    assertThat(system.routes(11).virtualLinks())
        .extracting(VirtualLinkEnd::cost)
        .containsExactly(2);
    assertThat(system.routes(10).transitAreas()).containsExactly(Topology.area(2));
  }

  @Test
  void rt11AnnouncesTheRangeOfArea3AtTheCostOfItsFarthestMember() {
    system.settled();
    assertThat(announced(11, 0, "10.64.0.0/10")).as("H1: 1 + 10").isEqualTo(11);
    assertThat(announced(11, 0, "10.64.9.0/24")).isEqualTo(-1);
    assertThat(announced(11, 2, "10.64.0.0/10")).isEqualTo(11);
    assertThat(system.route(11, "10.64.0.0/10")).isEqualTo("D IA 0");
    assertThat(system.route(11, "10.64.10.0/24")).isEqualTo("N 3 10.64.9.12");
  }

  @Test
  void rt4ReachesOtherAreasOverTheBackboneAsInTable5() {
    system.settled();
    assertThat(system.route(4, "10.6.0.0/16"))
        .as("8 + 7 + 7 or 8 + 6 + 1")
        .isEqualTo("N IA 15 10.32.2.2");
    assertThat(system.route(4, "10.7.0.0/16")).isEqualTo("N IA 19 10.32.2.2");
    assertThat(system.route(4, "10.8.0.0/16")).isEqualTo("N IA 18 10.32.2.2");
    assertThat(system.route(4, "10.64.0.0/10"))
        .as("RT5 8, RT6 7, RT10 7, virtual link 3, H1 11; not over RT7, which is in area 2")
        .isEqualTo("N IA 36 10.32.2.2");
    assertThat(system.route(4, "172.12.0.0/16")).isEqualTo("N E1 16 10.32.2.2");
    assertThat(system.route(4, "10.4.0.0/16")).isEqualTo("N 3 10.3.0.3");
  }

  @Test
  void rt1LearnsAllOfThatFromItsBorderRouters() {
    system.settled();
    assertThat(system.route(1, "10.6.0.0/16")).as("RT4 1, 15 more").isEqualTo("N IA 16 10.3.0.4");
    assertThat(system.route(1, "10.64.0.0/10"))
        .as("RT3 1, RT6 8, RT10 7, 3, 11")
        .isEqualTo("N IA 30 10.3.0.3");
    assertThat(system.route(1, "172.12.0.0/16"))
        .as("RT7 is 14 from RT4")
        .isEqualTo("N E1 17 10.3.0.4");
  }

  @Test
  void nothingIsAnnouncedIntoTheAreaThroughWhichItIsReached() {
    system.settled();
    assertThat(system.route(11, "10.32.5.0/24")).contains("10.8.0.10");
    assertThat(announced(11, 2, "10.32.5.0/24")).as("reached through area 2").isEqualTo(-1);
    assertThat(announced(11, 3, "10.32.5.0/24")).as("2 to RT10, 5").isEqualTo(7);
    assertThat(announced(10, 2, "10.32.5.0/24")).isEqualTo(5);
  }

  @Test
  void rt9LivesBehindTheVirtualLink() {
    system.settled();
    assertThat(system.route(9, "10.8.0.0/16")).as("RT11 1, 2 more").isEqualTo("N IA 3 10.64.9.11");
    assertThat(system.route(9, "10.32.1.0/24"))
        .as("1 + 2 to RT10, 5, 6")
        .isEqualTo("N IA 14 10.64.9.11");
  }

  @Test
  void aHiddenRangeIsNotAnnouncedAndThrowsNothingAway() {
    system.settings(
        3, ranges(new Range(Ipv4Prefix.parse("10.64.0.0/10"), false, OptionalInt.empty())));
    system.settled();
    assertThat(announced(11, 0, "10.64.0.0/10")).isEqualTo(-1);
    assertThat(announced(11, 0, "10.64.9.0/24")).isEqualTo(-1);
    assertThat(system.route(11, "10.64.0.0/10")).isEqualTo("none");
    assertThat(system.route(4, "10.64.9.0/24")).isEqualTo("none");
  }

  @Test
  void aRangeMayHaveACostOfItsOwn() {
    system.settings(
        3, ranges(new Range(Ipv4Prefix.parse("10.64.0.0/10"), true, OptionalInt.of(100))));
    system.settled();
    assertThat(announced(11, 0, "10.64.0.0/10")).isEqualTo(100);
  }
}
