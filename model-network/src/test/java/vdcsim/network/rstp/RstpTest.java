package vdcsim.network.rstp;

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
import vdcsim.network.bridge.Bridge;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.ConfigurationBpdu;
import vdcsim.network.spanningtree.Guard;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PriorityVector;
import vdcsim.network.spanningtree.Protocol;
import vdcsim.network.spanningtree.RapidBpdu;
import vdcsim.network.spanningtree.SpanningTreePortSpec;
import vdcsim.network.spanningtree.SpanningTreeSpec;
import vdcsim.network.spanningtree.Times;
import vdcsim.network.spanningtree.Trees;

class RstpTest {
  private final Trees trees = new Trees();

  private static SpanningTreePortSpec port(boolean edge, boolean autoEdge, Guard guard) {
    return new SpanningTreePortSpec(Optional.empty(), 128, edge, autoEdge, Optional.empty(), guard);
  }

  private static SpanningTreeSpec spec(
      int priority, boolean dispute, Map<String, SpanningTreePortSpec> ports) {
    return new SpanningTreeSpec(
        Protocol.RSTP,
        priority,
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        true,
        Optional.empty(),
        6,
        dispute,
        ports);
  }

  private void bridges(int count) {
    for (int i = 1; i <= count; i++) {
      trees.bridge("s" + i, SpanningTreeSpec.of(Protocol.RSTP));
    }
  }

  private void triangle() {
    bridges(3);
    trees.link("s1.p1 -- s2.p1");
    trees.link("s2.p2 -- s3.p1");
    trees.link("s3.p2 -- s1.p2");
  }

  private static double ms(double ms) {
    return ms / 1000;
  }

  @Test
  void aTriangleForwardsWithinMillisecondsOfItsStart() {
    triangle();
    trees.runFor(ms(1));
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s1.p2")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s3.p2")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s3.p1")).isEqualTo("alternate/discarding");
    // The alternate port never agrees, as it knows a better way: s2's waits, twice the hello time.
    trees.runFor(30);
    assertThat(trees.stands("s2.p2")).isEqualTo("designated/forwarding");
    assertThat(trees.tree("s3").rootPathCost()).isEqualTo(2000);
  }

  @Test
  void theAlternatePortTakesOverWithinAMillisecond() {
    triangle();
    trees.runFor(60);
    trees.theLink("s3.p2 -- s1.p2").fail();
    trees.runFor(ms(1));
    assertThat(trees.stands("s3.p1")).isEqualTo("root/forwarding");
    assertThat(trees.tree("s3").rootPathCost()).isEqualTo(4000);
  }

  @Test
  void aNeighbourThatLosesItsRootPortIsToldOfABetterWayAtOnce() {
    triangle();
    trees.runFor(60);
    trees.theLink("s1.p1 -- s2.p1").fail();
    trees.runFor(ms(1));
    assertThat(trees.stands("s2.p2")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s3.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.tree("s2").rootPathCost()).isEqualTo(4000);
  }

  @Test
  void aLinkThatComesBackDisturbsNobodyForMoreThanAMillisecond() {
    triangle();
    trees.runFor(60);
    trees.theLink("s3.p2 -- s1.p2").fail();
    trees.runFor(60);
    trees.theLink("s3.p2 -- s1.p2").repair();
    trees.runFor(ms(1));
    assertThat(trees.stands("s3.p2")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s3.p1")).isEqualTo("alternate/discarding");
  }

  /** Plays a bridge: a bare card at s2.p2 that hears and says what the test wants. */
  private final List<RapidBpdu> heard = new ArrayList<>();

  private void playAt(String port) {
    trees.link(port + " -- h1");
    trees
        .card("h1")
        .onReceive(
            (at, frame) -> {
              if (frame.payload() instanceof RapidBpdu bpdu) {
                heard.add(bpdu);
              }
            });
  }

  private void play(RapidBpdu.Flags flags, int priority, long cost) {
    EthernetPort card = trees.card("h1");
    BridgeId id = new BridgeId(priority, card.address());
    PriorityVector vector = new PriorityVector(id, cost, id, new PortId(0x8001));
    RapidBpdu bpdu = new RapidBpdu(flags, vector, new Times(0, 5120, 512, 3840));
    card.send(new Frame(Bridge.GROUP_ADDRESS, card.address(), bpdu, 0));
    trees.runFor(ms(1));
  }

  private static RapidBpdu.Flags designated(boolean proposal, boolean learning) {
    return new RapidBpdu.Flags(
        false, proposal, RapidBpdu.Role.DESIGNATED, learning, learning, false, false);
  }

  private RapidBpdu last() {
    return heard.get(heard.size() - 1);
  }

  @Test
  void aDesignatedPortProposesAndForwardsOnceTheOtherEndAgrees() {
    trees.bridge("s2", spec(4096, true, Map.of("p1", port(false, false, Guard.NONE))));
    playAt("s2.p1");
    trees.runFor(ms(1));
    assertThat(last().flags().octet()).isEqualTo(0x0E); // designated, proposal
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/discarding");
    RapidBpdu proposal = last();
    EthernetPort card = trees.card("h1");
    RapidBpdu agreement =
        new RapidBpdu(
            new RapidBpdu.Flags(false, false, RapidBpdu.Role.ROOT, true, true, true, false),
            proposal.vector(),
            proposal.times());
    card.send(new Frame(Bridge.GROUP_ADDRESS, card.address(), agreement, 0));
    trees.runFor(ms(1));
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/forwarding");
    trees.runFor(2);
    assertThat(last().flags().octet()).isEqualTo(0x3D); // topology change, learning, forwarding
  }

  @Test
  void aRootPortAgreesWhenAllOtherPortsDiscardOrAreEdgePorts() {
    trees.bridge("s2", spec(32_768, true, Map.of("p3", port(true, true, Guard.NONE))));
    playAt("s2.p1");
    trees.link("s2.p2 -- h2");
    trees.link("s2.p3 -- h3");
    trees.runFor(10);
    assertThat(trees.stands("s2.p2")).isEqualTo("designated/forwarding");
    play(designated(true, false), 4096, 0);
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
    // p2 has become an edge port by itself, 3 s after it proposed; so it need not discard either.
    assertThat(trees.stands("s2.p2")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s2.p3")).isEqualTo("designated/forwarding");
    assertThat(last().flags().agreement()).isTrue();
    assertThat(last().flags().role()).isEqualTo(RapidBpdu.Role.ROOT);
  }

  @Test
  void aProposalOfAWorseWayMakesOtherPortsDiscardUntilTheyAreAgreedToAnew() {
    trees.bridge("s2", spec(8192, true, Map.of()));
    trees.bridge("s3", spec(32_768, true, Map.of()));
    playAt("s2.p1");
    trees.link("s2.p2 -- s3.p1");
    trees.runFor(10);
    play(designated(true, false), 4096, 0);
    // What s3 has agreed to has become better; it needs not be asked again.
    assertThat(trees.statesSince("s2.p2", 10)).isEmpty();
    trees.runFor(1);
    play(designated(true, false), 4096, 5000);
    assertThat(trees.statesSince("s2.p2", 11))
        .containsExactly("0.0 discarding", "0.0 learning", "0.0 forwarding");
    assertThat(trees.tree("s3").rootPathCost()).isEqualTo(9000);
  }

  @Test
  void aPortToAHostForwardsAtOnceIfItIsAnEdgePortElseAfterThreeSeconds() {
    trees.bridge("s1", spec(32_768, true, Map.of("p1", port(true, true, Guard.NONE))));
    trees.link("s1.p1 -- h1");
    trees.link("s1.p2 -- h2");
    trees.runFor(ms(1));
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    trees.runFor(10);
    assertThat(trees.statesSince("s1.p2", 0)).containsExactly("3.0 learning", "3.0 forwarding");
    assertThat(trees.metric("s1.topology-changes")).isZero();
  }

  @Test
  void withoutAnAnswerAPortForwardsByItsTimersAlone() {
    // fdWhile is max age, 20 s, until the port learns, and then the hello time, 2 s.
    trees.bridge("s1", spec(32_768, true, Map.of("p1", port(false, false, Guard.NONE))));
    trees.link("s1.p1 -- h1");
    trees.runFor(30);
    assertThat(trees.statesSince("s1.p1", 0)).containsExactly("20.0 learning", "22.0 forwarding");
  }

  @Test
  void onASharedLanNobodyAgreesSoThatTimersDecide() {
    bridges(2);
    trees.hub("hub1", "s1.p1", "s2.p1", "s2.p2");
    trees.runFor(1);
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/discarding");
    trees.runFor(30);
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s2.p2")).isEqualTo("alternate/discarding");
  }

  @Test
  void aSecondPortOfTheDesignatedBridgeOnALanIsItsBackup() {
    bridges(1);
    trees.hub("hub1", "s1.p1", "s1.p2");
    trees.runFor(60);
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s1.p2")).isEqualTo("backup/discarding");
  }

  @Test
  void silenceOfThreeHellosLosesTheNeighbour() {
    trees.bridge("s2", spec(32_768, true, Map.of()));
    playAt("s2.p1");
    play(designated(true, false), 4096, 0);
    assertThat(trees.tree("s2").rootPort()).isPresent();
    trees.runFor(5.9);
    assertThat(trees.tree("s2").rootPort()).isPresent();
    trees.runFor(0.2);
    assertThat(trees.tree("s2").rootPort()).isEmpty();
  }

  @Test
  void aSilentFailureIsNoticedWithinThreeHellos() {
    triangle();
    trees.runFor(61);
    trees.theLink("s3.p2 -- s1.p2").failSilently();
    trees.runFor(4.9);
    assertThat(trees.stands("s3.p1")).isEqualTo("alternate/discarding");
    trees.runFor(0.2);
    assertThat(trees.stands("s3.p1")).isEqualTo("root/forwarding");
  }

  @Test
  void noMoreThanSixBpdusLeaveAPortAtOnce() {
    trees.bridge("s1", spec(32_768, true, Map.of()));
    playAt("s1.p1");
    trees.runFor(9.5);
    heard.clear();
    for (int i = 0; i < 16; i++) {
      trees.tree("s1").changePriority(4096 * (i % 2));
    }
    trees.runFor(0.4);
    assertThat(heard).hasSize(6);
    trees.runFor(1);
    assertThat(heard).hasSize(7);
  }

  @Test
  void aTopologyChangeMakesAllBridgesForgetAtOnce() {
    bridges(3);
    trees.link("s1.p1 -- s2.p1");
    trees.link("s2.p2 -- s3.p1");
    trees.link("s3.p2 -- s1.p2");
    trees.link("s1.p3 -- h1");
    trees.runFor(60);
    EthernetPort card = trees.card("h1");
    card.send(new Frame(MacAddress.BROADCAST, card.address(), new RawPayload(46), 0));
    trees.runFor(1);
    assertThat(trees.theBridge("s2").learnedAt(card.address(), 0)).isPresent();
    trees.theLink("s3.p2 -- s1.p2").fail();
    trees.runFor(ms(1));
    // s3 tells s2, which forgets all but what it learned from there, and s2 tells s1, which keeps
    // what it learned at an edge port.
    assertThat(trees.theBridge("s2").learnedAt(card.address(), 0)).isEmpty();
    assertThat(trees.theBridge("s3").learnedAt(card.address(), 0)).isEmpty();
    assertThat(trees.theBridge("s1").learnedAt(card.address(), 0)).isPresent();
    assertThat(trees.metric("s3.topology-changes")).isEqualTo(2);
  }

  @Test
  void aNeighbourThatSpeaksStpIsSpokenToInStpAndWaitedForInItsTimes() {
    trees.bridge("s1", SpanningTreeSpec.of(Protocol.RSTP));
    trees.bridge("s2", SpanningTreeSpec.of(Protocol.STP));
    trees.bridge("s3", SpanningTreeSpec.of(Protocol.RSTP));
    trees.link("s1.p1 -- s2.p1");
    trees.link("s2.p2 -- s3.p1");
    trees.link("s3.p2 -- s1.p2");
    trees.runFor(100);
    assertThat(trees.root("s2")).isEqualTo("s1");
    assertThat(trees.root("s3")).isEqualTo("s1");
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
    // To s2 the way to s1 costs 2, to s3 2000: s2 is the better one on their LAN.
    assertThat(trees.stands("s2.p2")).isEqualTo("designated/forwarding");
    assertThat(trees.stands("s3.p1")).isEqualTo("alternate/discarding");
    assertThat(trees.statesSince("s1.p1", 0)).containsExactly("20.0 learning", "35.0 forwarding");
    assertThat(trees.tree("s3").rootPathCost()).isEqualTo(2000);
  }

  @Test
  void aPortThatChangedToStpChangesBackWhenAskedTo() {
    trees.bridge("s1", spec(4096, true, Map.of("p1", port(false, false, Guard.NONE))));
    playAt("s1.p1");
    trees.runFor(10);
    EthernetPort card = trees.card("h1");
    BridgeId id = new BridgeId(32_768, card.address());
    ConfigurationBpdu old =
        new ConfigurationBpdu(
            false,
            false,
            new PriorityVector(id, 0, id, new PortId(0x8001)),
            new Times(0, 5120, 512, 3840));
    card.send(new Frame(Bridge.GROUP_ADDRESS, card.address(), old, 0));
    trees.runFor(5);
    heard.clear();
    trees.runFor(10);
    assertThat(heard).isEmpty();
    Rstp rstp = trees.world().find("s1", Rstp.class).orElseThrow();
    rstp.checkMigration(trees.port("s1.p1"));
    trees.runFor(10);
    assertThat(heard).isNotEmpty();
  }

  @Test
  void aNeighbourThatForwardsWithoutHavingHeardIsDisputed() {
    trees.bridge("s2", spec(4096, true, Map.of("p1", port(false, false, Guard.NONE))));
    playAt("s2.p1");
    trees.runFor(30);
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/forwarding");
    play(designated(false, true), 8192, 0);
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/discarding");
  }

  @Test
  void withoutDisputesSuchANeighbourCountsAsAgreed() {
    trees.bridge("s2", spec(4096, false, Map.of("p1", port(false, false, Guard.NONE))));
    playAt("s2.p1");
    trees.runFor(ms(1));
    play(designated(false, true), 8192, 0);
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/forwarding");
  }

  @Test
  void changesOfPriorityAndCostMoveTheTreeWithinMilliseconds() {
    triangle();
    trees.runFor(60);
    trees.tree("s3").changePriority(4096);
    trees.runFor(ms(1));
    assertThat(List.of(trees.root("s1"), trees.root("s2"), trees.root("s3"))).containsOnly("s3");
    assertThat(trees.stands("s2.p1")).isEqualTo("alternate/discarding");
    trees.runFor(60);
    trees.tree("s2").changeCost(trees.port("s2.p2"), 50_000);
    trees.runFor(ms(1));
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
    assertThat(trees.stands("s2.p2")).isEqualTo("alternate/discarding");
  }

  @Test
  void aBridgeWithoutCablesDoesNothing() {
    bridges(1);
    trees.port("s1.p5");
    trees.runFor(1000);
    assertThat(trees.simulation().events()).isEqualTo(1);
    assertThat(trees.stands("s1.p5")).isEqualTo("disabled/discarding");
  }
}
