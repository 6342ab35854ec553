package vdcsim.network.stp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.network.RawPayload;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.ConfigurationBpdu;
import vdcsim.network.spanningtree.Guard;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PriorityVector;
import vdcsim.network.spanningtree.Protocol;
import vdcsim.network.spanningtree.SpanningTreePortSpec;
import vdcsim.network.spanningtree.SpanningTreeSpec;
import vdcsim.network.spanningtree.Times;
import vdcsim.network.spanningtree.TopologyChangeBpdu;
import vdcsim.network.spanningtree.Trees;

class StpTest {
  private final Trees trees = new Trees();

  private static SpanningTreePortSpec port(int cost, int priority, boolean edge, Guard guard) {
    Optional<Integer> set = cost == 0 ? Optional.empty() : Optional.of(cost);
    return new SpanningTreePortSpec(set, priority, edge, true, Optional.empty(), guard);
  }

  private static SpanningTreeSpec spec(Map<String, SpanningTreePortSpec> ports) {
    return new SpanningTreeSpec(
        Protocol.STP,
        32_768,
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        true,
        Optional.empty(),
        6,
        true,
        ports);
  }

  private void bridges(int count) {
    for (int i = 1; i <= count; i++) {
      trees.bridge("s" + i, spec(Map.of()));
    }
  }

  /** s1, s2 and s3 in a ring; at the end s3's port to s2 is blocked. */
  private void triangle() {
    bridges(3);
    trees.link("s1.p1 -- s2.p1");
    trees.link("s2.p2 -- s3.p1");
    trees.link("s3.p2 -- s1.p2");
  }

  @Test
  void aTriangleBlocksThePortFarthestFromTheRoot() {
    triangle();
    trees.runFor(29.9);
    assertThat(trees.stands("s3.p2")).isEqualTo("root/learning");
    trees.runFor(10);
    assertThat(List.of(trees.root("s1"), trees.root("s2"), trees.root("s3"))).containsOnly("s1");
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s2.p2")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s3.p1")).isEqualTo("alternate/blocking");
    assertThat(trees.stands("s3.p2")).isEqualTo("root/forwarding");
    assertThat(trees.statesSince("s3.p2", 0)).containsExactly("15.0 learning", "30.0 forwarding");
  }

  @Test
  void rootAndBlockedLinkShowInThePicture() {
    triangle();
    trees.runFor(40);
    assertThat(trees.world().picture().draw().nodes())
        .extracting(node -> node.name() + ":" + node.note())
        .containsExactly("s1:root", "s2:", "s3:");
    assertThat(trees.port("s3.p1").port().isBlocked()).isTrue();
    assertThat(trees.port("s3.p2").port().isBlocked()).isFalse();
  }

  @Test
  void theLossOfARootPortWithAnAlternateTakesTwiceTheForwardDelay() {
    triangle();
    trees.runFor(60);
    trees.theLink("s3.p2 -- s1.p2").fail();
    trees.runFor(60);
    assertThat(trees.statesSince("s3.p1", 60)).containsExactly("15.0 learning", "30.0 forwarding");
    assertThat(trees.tree("s3").rootPathCost()).isEqualTo(4);
  }

  @Test
  void theLossOfTheRootPortOfABridgeWithoutAlternateWaitsForMaxAgeFirst() {
    // s1's hello at 60 s reached s3 over s2; the link breaks 1 s after it. What s3 knows of s2 runs
    // out 20 s after the hello, less a message age of 1/256 s: 19 s after the break, and then 30 s.
    triangle();
    trees.runFor(61);
    trees.theLink("s1.p1 -- s2.p1").fail();
    trees.runFor(60);
    assertThat(trees.statesSince("s3.p1", 61))
        .containsExactly("19.0 listening", "34.0 learning", "49.0 forwarding");
    assertThat(trees.root("s2")).isEqualTo("s1");
    assertThat(trees.tree("s2").rootPathCost()).isEqualTo(4);
  }

  @Test
  void aSilentFailureIsNoticedAfterMaxAgeAtTheFarEndOnly() {
    // As when the link breaks 1 s after the hello of 60 s, but s1 sees nothing, and s2 waits too.
    triangle();
    trees.runFor(61);
    trees.theLink("s1.p1 -- s2.p1").failSilently();
    trees.runFor(80);
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s2.p2")).isEqualTo("root/forwarding");
    assertThat(trees.statesSince("s3.p1", 61))
        .containsExactly("19.0 listening", "34.0 learning", "49.0 forwarding");
  }

  @Test
  void theNextBridgeFollowsALostRoot() {
    triangle();
    trees.runFor(60);
    trees.theLink("s1.p1 -- s2.p1").fail();
    trees.theLink("s3.p2 -- s1.p2").fail();
    trees.runFor(60);
    assertThat(trees.root("s3")).isEqualTo("s2");
    assertThat(trees.root("s1")).isEqualTo("s1");
    assertThat(trees.stands("s1.p1")).isEqualTo("disabled/disabled");
    assertThat(trees.stands("s3.p1")).isEqualTo("root/forwarding");
  }

  @Test
  void inASquareOfEqualCostsTheLowerBridgeIsTheWay() {
    bridges(4);
    trees.link("s1.p1 -- s2.p1");
    trees.link("s1.p2 -- s3.p1");
    trees.link("s2.p2 -- s4.p1");
    trees.link("s3.p2 -- s4.p2");
    trees.runFor(40);
    assertThat(trees.stands("s4.p1")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s4.p2")).isEqualTo("alternate/blocking");
    assertThat(trees.status("s4.p2").designatedBridge()).isEqualTo(trees.tree("s3").bridgeId());
    assertThat(trees.status("s4.p2").designatedCost()).isEqualTo(2);
  }

  @Test
  void ofTwoParallelLinksTheNeighboursLowerPortIsTheWay() {
    bridges(2);
    trees.link("s1.p1 -- s2.p2");
    trees.link("s1.p2 -- s2.p1");
    trees.runFor(40);
    assertThat(trees.stands("s2.p2")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s2.p1")).isEqualTo("alternate/blocking");
  }

  @Test
  void aPortPriorityAtTheNeighbourTurnsATie() {
    trees.bridge("s1", spec(Map.of("p2", port(0, 64, false, Guard.NONE))));
    trees.bridge("s2", spec(Map.of()));
    trees.link("s1.p1 -- s2.p1");
    trees.link("s1.p2 -- s2.p2");
    trees.runFor(40);
    assertThat(trees.stands("s2.p2")).isEqualTo("root/forwarding");
    trees.tree("s1").changePortPriority(trees.port("s1.p2"), 192);
    trees.runFor(60);
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s2.p2")).isEqualTo("alternate/blocking");
  }

  @Test
  void aBridgeTwiceOnOneHubKeepsTheLowerPort() {
    bridges(1);
    trees.hub("hub1", "s1.p1", "s1.p2");
    trees.runFor(40);
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s1.p2")).isEqualTo("backup/blocking");
    assertThat(trees.status("s1.p2").pathCost()).isEqualTo(100);
  }

  @Test
  void ratesMakeTheWayOfMoreHopsTheCheaperOne() {
    bridges(3);
    trees.link("s1.p1 -- s3.p1", 100_000_000L);
    trees.link("s1.p2 -- s2.p1", 1_000_000_000L);
    trees.link("s2.p2 -- s3.p2", 1_000_000_000L);
    trees.runFor(40);
    assertThat(trees.tree("s3").rootPathCost()).isEqualTo(8);
    assertThat(trees.stands("s3.p1")).isEqualTo("alternate/blocking");
    trees.tree("s3").changeCost(trees.port("s3.p2"), 50);
    assertThat(trees.stands("s3.p1")).isEqualTo("root/listening");
    assertThat(trees.tree("s3").rootPathCost()).isEqualTo(19);
  }

  @Test
  void aBetterPriorityMakesANewRootAtOnceAndAWorseOneAnotherAfterMaxAge() {
    triangle();
    trees.runFor(60);
    trees.tree("s3").changePriority(4096);
    trees.runFor(0.5);
    assertThat(List.of(trees.root("s1"), trees.root("s2"))).containsOnly("s3");
    trees.runFor(60);
    trees.tree("s3").changePriority(61_440);
    trees.runFor(60);
    assertThat(List.of(trees.root("s1"), trees.root("s2"), trees.root("s3"))).containsOnly("s1");
  }

  @Test
  void theRootSpeaksEveryHelloTimeAndOthersPassItOn() {
    bridges(2);
    trees.link("s1.p1 -- s2.p1");
    List<Frame> heard = listen("s2.p2 -- h1");
    trees.runFor(100.5);
    long configurations =
        heard.stream()
            .filter(frame -> frame.createdNs() >= 60_000_000_000L)
            .map(frame -> (ConfigurationBpdu) frame.payload())
            .filter(bpdu -> bpdu.times().messageAge() == 1)
            .count();
    // At 60, 62, ... 100 s.
    assertThat(configurations).isEqualTo(21);
    assertThat(heard.get(heard.size() - 1).destination())
        .isEqualTo(MacAddress.parse("01:80:c2:00:00:00"));
  }

  @Test
  void whoClaimsLessIsAnsweredAtOnceButNoMoreThanOnceASecond() {
    bridges(1);
    List<Frame> heard = listen("s1.p1 -- h1");
    trees.runFor(41.5);
    heard.clear();
    EthernetPort card = trees.card("h1");
    BridgeId id = new BridgeId(61_440, card.address());
    PriorityVector worse = new PriorityVector(id, 0, id, new PortId(0x8001));
    ConfigurationBpdu claim =
        new ConfigurationBpdu(false, false, worse, new Times(0, 5120, 512, 3840));
    for (int i = 0; i < 100; i++) {
      card.send(new Frame(MacAddress.parse("01:80:c2:00:00:00"), card.address(), claim, 0));
      trees.runFor(0.1);
    }
    // The answers to the claims at 41.5, 41.6 ... 51.4 s; the hellos wait with them.
    assertThat(heard).extracting(frame -> frame.createdNs() / 1_000_000).contains(41_500L);
    assertThat(heard).hasSize(10);
  }

  @Test
  void ofTwoPortsOnOneLanTheLowerOneIsTheWay() {
    bridges(2);
    trees.hub("hub1", "s1.p1", "s2.p1", "s2.p2");
    trees.runFor(60);
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s2.p2")).isEqualTo("alternate/blocking");
  }

  private List<Frame> listen(String link) {
    trees.link(link);
    List<Frame> heard = new ArrayList<>();
    trees.card("h1").onReceive((port, frame) -> heard.add(frame));
    return heard;
  }

  @Test
  void aTopologyChangeTravelsToTheRootAndIsAcknowledged() {
    // A chain s1 - s2 - s3, and a port of s3 that comes up: at 130 s it forwards, s3 notifies s2,
    // s2 acknowledges and notifies s1, which announces it for max age and forward delay: 35 s.
    bridges(3);
    trees.link("s1.p1 -- s2.p1");
    trees.link("s2.p2 -- s3.p1");
    trees.link("s3.p2 -- h1").fail();
    trees.runFor(100);
    double before = trees.metric("s1.tcns-received");
    trees.theLink("s3.p2 -- h1").repair();
    trees.runFor(31.5);
    assertThat(trees.metric("s1.tcns-received")).isEqualTo(before + 1);
    assertThat(trees.metric("s2.tcns-sent")).isEqualTo(before + 1);
    List<Frame> heard = new ArrayList<>();
    trees.card("h1").onReceive((port, frame) -> heard.add(frame));
    trees.runFor(60);
    for (Frame frame : heard) {
      boolean announced = ((ConfigurationBpdu) frame.payload()).topologyChange();
      assertThat(announced).isEqualTo(frame.createdNs() < 165_000_000_000L);
    }
    assertThat(heard).hasSizeGreaterThan(25);
  }

  @Test
  void addressesAgeWithinTheForwardDelayWhileTheTopologyChanges() {
    bridges(1);
    trees.link("s1.p1 -- h1");
    trees.link("s1.p2 -- h2");
    trees.link("s1.p3 -- h3").fail();
    trees.runFor(100);
    MacAddress station = trees.card("h1").address();
    say("h1");
    trees.runFor(100);
    assertThat(trees.theBridge("s1").learnedAt(station, 0)).isPresent();
    trees.theLink("s1.p3 -- h3").repair();
    trees.runFor(29.9);
    assertThat(trees.theBridge("s1").learnedAt(station, 0)).isPresent();
    trees.runFor(0.2);
    assertThat(trees.theBridge("s1").learnedAt(station, 0)).isEmpty();
    say("h1");
    trees.runFor(14.9);
    assertThat(trees.theBridge("s1").learnedAt(station, 0)).isPresent();
    trees.runFor(0.2);
    assertThat(trees.theBridge("s1").learnedAt(station, 0)).isEmpty();
    trees.runFor(20);
    say("h1");
    trees.runFor(200);
    assertThat(trees.theBridge("s1").learnedAt(station, 0)).isPresent();
  }

  private void say(String host) {
    EthernetPort card = trees.card(host);
    card.send(new Frame(MacAddress.BROADCAST, card.address(), new RawPayload(46), 0));
  }

  @Test
  void noDataPassesBeforeAPortForwards() {
    bridges(1);
    List<Frame> heard = listen("s1.p1 -- h1");
    trees.link("s1.p2 -- h2");
    trees.runFor(29);
    say("h2");
    trees.runFor(0.5);
    assertThat(heard).noneMatch(frame -> frame.payload() instanceof RawPayload);
    trees.runFor(1);
    say("h2");
    trees.runFor(0.5);
    assertThat(heard).anyMatch(frame -> frame.payload() instanceof RawPayload);
  }

  @Test
  void anOlderMessageThanMaxAgeIsNotBelieved() {
    bridges(2);
    trees.link("s1.p1 -- s2.p1");
    trees.link("s2.p2 -- h1");
    trees.runFor(40);
    EthernetPort card = trees.card("h1");
    ConfigurationBpdu old =
        new ConfigurationBpdu(
            false,
            false,
            new PriorityVector(
                new BridgeId(0, card.address()),
                0,
                new BridgeId(0, card.address()),
                new PortId(0x8001)),
            new Times(5120, 5120, 512, 3840));
    card.send(new Frame(MacAddress.parse("01:80:c2:00:00:00"), card.address(), old, 0));
    trees.runFor(0.1);
    assertThat(trees.root("s2")).isEqualTo("s1");
  }

  @Test
  void aNotificationAtAPortThatIsNotDesignatedIsNotHeeded() {
    bridges(2);
    trees.link("s1.p1 -- s2.p1");
    trees.runFor(100);
    double before = trees.metric("s1.topology-changes");
    EthernetPort root = trees.port("s1.p1").port();
    root.send(
        new Frame(
            MacAddress.parse("01:80:c2:00:00:00"), root.address(), new TopologyChangeBpdu(), 0));
    trees.runFor(1);
    assertThat(trees.metric("s2.tcns-received")).isEqualTo(1);
    assertThat(trees.metric("s1.topology-changes")).isEqualTo(before);
  }
}
