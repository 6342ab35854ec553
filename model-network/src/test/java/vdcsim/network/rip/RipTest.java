package vdcsim.network.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.rip.RipLab.Sent;
import vdcsim.network.routing.RouteSource;

class RipTest {
  private static final String FAR = "10.9.0.0/24";

  private final RipLab lab = new RipLab();

  private static RipSpec version(int version) {
    return RipLab.spec(Optional.of(version), SplitHorizon.ON, false, Map.of());
  }

  @Test
  void everyRouterOfALineCountsItsHops() {
    lab.line(4, RipLab.spec(SplitHorizon.ON));
    lab.lan().runUntil(20);
    assertThat(lab.ways("r1", FAR)).containsExactly("1 via 0.0.0.0");
    assertThat(lab.ways("r2", FAR)).containsExactly("2 via 10.0.1.1");
    assertThat(lab.ways("r4", FAR)).containsExactly("4 via 10.0.3.1");
    assertThat(lab.route("r4", FAR).orElseThrow().metric()).isEqualTo(4);
    assertThat(lab.route("r4", FAR).orElseThrow().source()).isEqualTo(RouteSource.RIP);
  }

  @Test
  void aRouterAsksAfterASecondAndTellsAfterTwo() {
    lab.line(2, RipLab.spec(SplitHorizon.ON));
    List<Sent> sent = lab.tap("r1.p2");
    lab.lan().runUntil(2.5);
    Sent request = sent.get(0);
    assertThat(request.atS()).isEqualTo(1);
    assertThat(request.message()).isEqualTo(RipMessage.request(2));
    assertThat(request.packet().destination()).isEqualTo(Ipv4Address.parse("224.0.0.9"));
    assertThat(request.packet().timeToLive()).isEqualTo(1);
    Sent last = sent.get(sent.size() - 1);
    assertThat(last.atS()).isEqualTo(2);
    assertThat(last.metricOf(FAR)).contains(1L);
  }

  @Test
  void updatesComeEveryFiveSecondsWithASecondOfJitter() {
    lab.line(2, RipLab.spec(SplitHorizon.ON));
    List<Sent> sent = lab.tap("r1.p2");
    lab.lan().runUntil(302);
    List<Long> gaps = new ArrayList<>();
    List<Double> times = sent.stream().map(Sent::atS).filter(s -> s >= 2).toList();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(Math.round(times.get(i) - times.get(i - 1)));
    }
    // (0 to 10) - 5, cut to quarters: -1 for 2 of 11 values, 0 for 7, 1 for 2.
    assertThat(gaps).hasSizeBetween(54, 66).containsOnly(4L, 5L, 6L);
    assertThat(gaps.stream().filter(gap -> gap == 5).count()).isBetween(28L, 50L);
  }

  @Test
  void splitHorizonKeepsQuietPoisonsOrTellsWithTheNextHop() {
    for (SplitHorizon splitHorizon : SplitHorizon.values()) {
      RipLab each = new RipLab();
      each.line(2, RipLab.spec(splitHorizon));
      List<Sent> sent = each.tap("r2.p1");
      each.lan().runUntil(20);
      Sent last = sent.get(sent.size() - 1);
      switch (splitHorizon) {
        case ON -> assertThat(last.metricOf(FAR)).isEmpty();
        case POISON -> assertThat(last.metricOf(FAR)).contains(16L);
        case OFF -> {
          assertThat(last.metricOf(FAR)).contains(2L);
          assertThat(last.message().entries())
              .filteredOn(e -> e.address().equals(Ipv4Address.parse("10.9.0.0")))
              .extracting(RouteEntry::nextHop)
              .containsExactly(Ipv4Address.parse("10.0.1.1"));
        }
      }
    }
  }

  @Test
  void aSilentNeighbourIsBelievedFor15SecondsAndForgotten10Later() {
    lab.line(2, RipLab.spec(SplitHorizon.ON));
    lab.lan().runUntil(20);
    lab.lan().link("r1.p2 -- r2.p1").failSilently();
    lab.lan().runUntil(20 + 15 - 6);
    assertThat(lab.ways("r2", FAR)).containsExactly("2 via 10.0.1.1");
    lab.lan().runUntil(20 + 15);
    assertThat(lab.ways("r2", FAR)).containsExactly("16 via 10.0.1.1");
    assertThat(lab.route("r2", FAR)).isEmpty();
    lab.lan().runUntil(20 + 15 - 6 + 10 - 0.1);
    assertThat(lab.ways("r2", FAR)).hasSize(1);
    lab.lan().runUntil(20 + 15 + 10);
    assertThat(lab.ways("r2", FAR)).isEmpty();
  }

  @Test
  void aBrokenCableIsToldAtOnceAndAllTheWay() {
    lab.line(4, RipLab.spec(SplitHorizon.ON));
    lab.lan().runUntil(20);
    lab.lan().link("r1.p1 -- h1").fail();
    lab.lan().runUntil(20.001);
    assertThat(lab.ways("r1", FAR)).containsExactly("16 via 0.0.0.0");
    assertThat(lab.route("r2", FAR)).isEmpty();
    assertThat(lab.route("r4", FAR)).isEmpty();
    lab.lan().link("r1.p1 -- h1").repair();
    lab.lan().runUntil(20.1 + 3 * 5);
    assertThat(lab.ways("r4", FAR)).containsExactly("4 via 10.0.3.1");
  }

  @Test
  void afterATriggeredUpdateTheNextWaitsOneToFiveSeconds() {
    lab.line(2, RipLab.spec(SplitHorizon.ON));
    List<Sent> sent = lab.tap("r1.p2");
    lab.lan().runUntil(60);
    List<Double> pauses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double start = 60 + 20.0 * i;
      int before = sent.size();
      lab.lan().link("r1.p1 -- h1").fail();
      lab.lan().runUntil(start + 0.5);
      lab.lan().link("r1.p1 -- h1").repair();
      lab.lan().runUntil(start + 7);
      List<Double> told =
          sent.subList(before, sent.size()).stream()
              .filter(s -> s.metricOf(FAR).isPresent())
              .map(Sent::atS)
              .toList();
      assertThat(told.get(0)).isCloseTo(start, within(0.001));
      pauses.add(told.get(1) - told.get(0));
      lab.lan().runUntil(start + 20);
    }
    assertThat(pauses).allMatch(pause -> pause >= 0.5 && pause <= 5.001);
    assertThat(pauses.stream().map(Math::round).distinct().count()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void thirtyNetworksTakeTwoMessages() {
    List<String> loopbacks = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      loopbacks.add("10.255.0." + i + "/32");
    }
    lab.router("r1", loopbacks, List.of(), "10.0.1.1/24");
    lab.lan().connect(Rip.make("r1", RipLab.spec(SplitHorizon.ON), lab.lan().world()));
    lab.router("r2", RipLab.spec(SplitHorizon.ON), "10.0.1.2/24");
    lab.lan().links("r1.p1 -- r2.p1");
    List<Sent> sent = lab.tap("r1.p1");
    lab.lan().runUntil(20);
    assertThat(sent.subList(sent.size() - 2, sent.size()))
        .extracting(s -> s.message().length())
        .containsExactly(4 + 25 * 20, 4 + 5 * 20);
    assertThat(lab.ways("r2", "10.255.0.30/32")).containsExactly("2 via 10.0.1.1");
  }

  @Test
  void anInterfaceThatAddsThreeAndOneThatOnlyListens() {
    RipInterfaceSpec far = new RipInterfaceSpec(true, false, 3, Optional.empty());
    RipInterfaceSpec passive = new RipInterfaceSpec(true, true, 1, Optional.empty());
    lab.router("r1", RipLab.spec(SplitHorizon.ON), "10.9.0.1/24", "10.0.1.1/24");
    lab.router(
        "r2",
        RipLab.spec(Optional.empty(), SplitHorizon.ON, false, Map.of("p1", far, "p2", passive)),
        "10.0.1.2/24",
        "10.0.2.1/24");
    lab.router("r3", RipLab.spec(SplitHorizon.ON), "10.0.2.2/24", "10.8.0.1/24");
    lab.lan().hosts("h1", "h2");
    lab.lan().links("r1.p1 -- h1", "r1.p2 -- r2.p1", "r2.p2 -- r3.p1", "r3.p2 -- h2");
    lab.lan().runUntil(20);
    assertThat(lab.ways("r2", FAR)).containsExactly("4 via 10.0.1.1");
    assertThat(lab.ways("r2", "10.8.0.0/24")).containsExactly("2 via 10.0.2.2");
    assertThat(lab.ways("r3", FAR)).isEmpty();
    assertThat(lab.ways("r1", "10.8.0.0/24")).containsExactly("3 via 10.0.1.2");
  }

  @Test
  void versionsOneAndTwoDoNotUnderstandEachOtherUnlessVersionIsLeftOpen() {
    lab.router("r1", version(1), "10.0.1.1/24", "10.9.0.1/24");
    lab.router("r2", version(2), "10.0.1.2/24", "10.0.2.1/24");
    lab.router("r3", RipLab.spec(SplitHorizon.ON), "10.0.1.3/24", "10.0.3.1/24");
    lab.lan().bridge("s1");
    lab.lan().hosts("h1", "h2", "h3");
    lab.lan().links("r1.p1 -- s1", "r2.p1 -- s1", "r3.p1 -- s1");
    lab.lan().links("r1.p2 -- h1", "r2.p2 -- h2", "r3.p2 -- h3");
    lab.lan().runUntil(20);
    assertThat(lab.ways("r2", FAR)).isEmpty();
    assertThat(lab.ways("r2", "10.0.3.0/24")).containsExactly("2 via 10.0.1.3");
    assertThat(lab.ways("r3", FAR)).containsExactly("2 via 10.0.1.1");
    // A request is answered in its own version, once; 15 s later the answer is too old.
    assertThat(lab.ways("r1", "10.0.3.0/24")).containsExactly("16 via 10.0.1.3");
    assertThat(lab.lan().metric("r2.rip.dropped-version")).isGreaterThan(3);
    // Version 1 does not belong to the group of version 2, but is a station that hears it.
    assertThat(lab.lan().metric("r3.rip.dropped-version")).isZero();
  }

  @Test
  void versionOneGoesToAllAndHostsKeepQuiet() {
    lab.line(2, version(1));
    List<Sent> sent = lab.tap("r1.p1");
    lab.lan().runUntil(20);
    assertThat(sent)
        .isNotEmpty()
        .allMatch(s -> s.packet().destination().equals(Ipv4Address.parse("10.9.0.255")));
    assertThat(lab.ways("r2", FAR)).containsExactly("2 via 10.0.1.1");
    assertThat(lab.lan().metric("h1.packets-sent")).isZero();
  }

  @Test
  void aNameThatNoInterfaceHasIsRefused() {
    RipInterfaceSpec passive = new RipInterfaceSpec(true, true, 1, Optional.empty());
    lab.router(
        "r1",
        RipLab.spec(Optional.empty(), SplitHorizon.ON, false, Map.of("p3", passive)),
        "10.0.1.1/24");
    lab.silentRouter("r2", "10.0.1.2/24");
    lab.lan().links("r1.p1 -- r2.p1");
    assertThatThrownBy(() -> lab.lan().runUntil(1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no interface 'p3'");
  }
}
