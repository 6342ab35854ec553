package vdcsim.network.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.network.ip.Ipv4Address;

class FlowsTest {
  private static final long SEGMENT = 1448;

  /** ARP there and back (576 ns each), then a request and its reply of 86 bytes (688 ns each). */
  private static final long OPENED_NS = 2 * 576 + 2 * 688;

  private final FlowNet net = new FlowNet();

  private void pair() {
    net.lan.hosts("h1", "h2");
    net.link("h1 -- h2", 1000, 0);
  }

  @Test
  void aTransferTakesWhatItsFramesTakeOnTheWire() {
    pair();
    net.begin("h1", "h2", 1000 * SEGMENT);
    net.lan.runUntil(1);
    // 1000 frames of 1538 bytes, but for the gap of 12 bytes after the last.
    assertThat(net.told).containsExactly("h1 completed " + (OPENED_NS + 1000 * 12_304 - 96));
  }

  @Test
  void theLastSegmentIsAsShortAsItIs() {
    pair();
    net.begin("h1", "h2", SEGMENT + 100);
    net.lan.runUntil(1);
    // 1538 bytes, and 8 + 14 + 52 + 100 + 4 = 178.
    assertThat(net.told).containsExactly("h1 completed " + (OPENED_NS + 8 * (1538 + 178)));
  }

  @Test
  void eachCableOfTheWayAddsItsDelayAndOneFrame() {
    net.lan.hosts("h1", "h2");
    net.lan.bridge("s1");
    net.link("h1 -- s1", 1000, 10);
    net.link("h2 -- s1", 1000, 10);
    net.begin("h1", "h2", 1000 * SEGMENT);
    net.lan.runUntil(1);
    long opened = 2 * OPENED_NS + 8 * 10_000;
    long tail = 20_000 + 1526 * 8;
    assertThat(net.told).containsExactly("h1 completed " + (opened + 1000 * 12_304 - 96 + tail));
  }

  /** Three to one receiver: the closed form for works of 1, 2 and 3 that begin together. */
  @Test
  void transfersToOneReceiverShareItsCable() {
    net.lan.hosts("h1", "h2", "h3", "h4");
    net.lan.bridge("s1");
    for (int i = 1; i <= 4; i++) {
      net.link("h" + i + " -- s1", 1000, 0);
    }
    net.lan.runUntil(0.001);
    for (int i = 1; i <= 3; i++) {
      net.begin("h" + i, "h4", i * 10_000 * SEGMENT);
    }
    net.lan.runUntil(10);
    double unit = 10_000 * 1538 * 8e-9;
    assertThat(net.told).hasSize(3);
    for (int i = 0; i < 3; i++) {
      double end = Double.parseDouble(net.told.get(i).replaceAll(".* ", "")) * 1e-9;
      double exact = unit * new double[] {3, 5, 6}[i];
      // They begin some microseconds after each other.
      assertThat(end - 0.001).isCloseTo(exact, within(2e-5));
    }
  }

  @Test
  void bothDirectionsOfACableAreThereAtOnceAndAHubIsNot() {
    net.lan.hosts("h1", "h2", "h3", "h4");
    net.link("h1 -- h2", 100, 0);
    vdcsim.hardware.ethernet.HubSpec.make(
        "hub",
        new vdcsim.hardware.ethernet.HubSpec(
            vdcsim.kernel.quantity.DataRate.ofMegabits(100), java.time.Duration.ZERO),
        net.lan.world());
    net.lan.links();
    for (String host : new String[] {"h3", "h4"}) {
      String link = host + " -- hub";
      vdcsim.hardware.ethernet.Cabling.lay(
              link,
              new vdcsim.hardware.ethernet.LinkSpec(
                  link,
                  Optional.empty(),
                  java.time.Duration.ZERO,
                  new vdcsim.kernel.quantity.Ratio(0)),
              net.lan.world())
          .connect();
    }
    Transfer forth = net.begin("h1", "h2", 10_000 * SEGMENT);
    Transfer back = net.begin("h2", "h1", 10_000 * SEGMENT);
    Transfer one = net.begin("h3", "h4", 10_000 * SEGMENT);
    Transfer other = net.begin("h4", "h3", 10_000 * SEGMENT);
    net.lan.runUntil(0.1);
    double whole = 12.5e6 * SEGMENT / 1538;
    assertThat(forth.bytesPerSecond()).isCloseTo(whole, within(1e-3));
    assertThat(back.bytesPerSecond()).isCloseTo(whole, within(1e-3));
    assertThat(one.bytesPerSecond()).isCloseTo(whole / 2, within(1e-3));
    assertThat(other.bytesPerSecond()).isCloseTo(whole / 2, within(1e-3));
  }

  /** Two routers with two cables between them, and a route over both. */
  private void twoWays() {
    for (int i = 1; i <= 8; i++) {
      net.host("a" + i, "10.1.0." + i + "/24", "10.1.0.254");
    }
    net.host("b", "10.2.0.1/24", "10.2.0.254");
    net.lan.bridge("s1");
    net.router(
        "r1",
        java.util.List.of(FlowNet.via("10.2.0.0/24", "10.0.0.2", "10.0.1.2")),
        "10.1.0.254/24",
        "10.0.0.1/30",
        "10.0.1.1/30");
    net.router(
        "r2",
        java.util.List.of(FlowNet.via("10.1.0.0/24", "10.0.0.1", "10.0.1.1")),
        "10.2.0.254/24",
        "10.0.0.2/30",
        "10.0.1.2/30");
    for (int i = 1; i <= 8; i++) {
      net.link("a" + i + " -- s1", 1000, 0);
    }
    net.link("s1 -- r1.eth0", 10_000, 0);
    net.link("r1.eth1 -- r2.eth1", 1000, 0);
    net.link("r1.eth2 -- r2.eth2", 1000, 0);
    net.link("r2.eth0 -- b", 10_000, 0);
    net.lan.runUntil(0.001);
  }

  @Test
  void equalWaysAreSharedByTheHashAndTakenOverWhenOneFails() {
    twoWays();
    for (int i = 1; i <= 8; i++) {
      net.begin("a" + i, "b", 100_000 * SEGMENT);
    }
    net.lan.runUntil(0.1);
    double first = net.lan.metric("r1.eth1.flow-rate", "last");
    double second = net.lan.metric("r1.eth2.flow-rate", "last");
    assertThat(first).isEqualTo(1e9);
    assertThat(second).isEqualTo(1e9);
    TreeSet<String> moved = new TreeSet<>();
    net.at(0.1, net.lan.link("r1.eth1 -- r2.eth1")::fail);
    net.lan.runUntil(0.3);
    net.told.forEach(line -> moved.add(line.replaceAll(" [0-9]+$", "")));
    assertThat(moved).isNotEmpty().hasSizeLessThan(8).allMatch(line -> line.endsWith("rerouted"));
    assertThat(net.lan.metric("r1.eth1.flow-rate", "last")).isZero();
    assertThat(net.lan.metric("r1.eth2.flow-rate", "last")).isEqualTo(1e9);
    net.lan.runUntil(60);
    assertThat(net.told).filteredOn(line -> line.contains("completed")).hasSize(8);
  }

  /**
   * A time-out of 200 ms and the round trip, which doubles: 0.2, 0.6, 1.4, 3.0 s after the loss.
   */
  @Test
  void aTransferWithoutAWayGoesOnWhenAPacketIsAnsweredAgain() {
    pair();
    net.begin("h1", "h2", 100_000 * SEGMENT);
    net.at(1, net.lan.link("h1 -- h2")::fail);
    net.at(3, net.lan.link("h1 -- h2")::repair);
    net.lan.runUntil(60);
    long roundTrip = (1526 + 78) * 8;
    long again = 4_000_000_000L + 15 * roundTrip;
    assertThat(net.told.get(0)).isEqualTo("h1 stalled no-route 1000000000");
    assertThat(net.told.get(1)).startsWith("h1 resumed ");
    long resumed = Long.parseLong(net.told.get(1).replaceAll(".* ", ""));
    assertThat(resumed - again).isBetween(2 * 688L, 2 * 688L + 2 * 576);
    long sent = OPENED_NS + 100_000L * 12_304 - 96;
    assertThat(net.told.get(2)).isEqualTo("h1 completed " + (sent + resumed - 1_000_000_000L));
  }

  @Test
  void aCableThatLosesEitherWayStallsAsWell() {
    pair();
    net.begin("h1", "h2", 100_000 * SEGMENT);
    net.at(0.5, () -> net.lan.link("h1 -- h2").failTowards("h1.eth0"));
    net.at(0.6, net.lan.link("h1 -- h2")::repair);
    net.lan.runUntil(60);
    assertThat(net.told.get(0)).isEqualTo("h1 stalled lost 500000000");
    assertThat(net.told.get(1)).startsWith("h1 resumed 700");
    assertThat(net.told.get(2)).startsWith("h1 completed 1430");
  }

  /** 7 requests, after 0, 1, 3, 7, 15, 31 and 63 s; given up at 127 s. */
  @Test
  void whoIsNeverAnsweredGivesUp() {
    pair();
    net.lan.world();
    Order order =
        new Order(
            net.stack("h1"),
            Ipv4Address.parse("10.9.9.9"),
            1000,
            1,
            Double.POSITIVE_INFINITY,
            FlowNet.INSTANT);
    Transfer transfer = Flows.of(net.lan.world()).begin(order, net);
    net.lan.runUntil(200);
    assertThat(net.told).containsExactly("null abandoned 127000000000");
    assertThat(transfer.delivered()).isZero();
    assertThat(Flows.of(net.lan.world()).active()).isEmpty();
  }

  /** 100 ms there and back: windows of 10, 20 and 40 segments, each in one round trip. */
  @Test
  void slowStartDoublesEachRoundTrip() {
    net.lan.hosts("h1", "h2");
    net.link("h1 -- h2", 1000, 50_000);
    net.begin("h1", "h2", 70 * SEGMENT, 1, FluidSpec.PLAIN);
    net.lan.runUntil(10);
    long roundTrip = 100_000_000 + (1526 + 78) * 8;
    long opened = OPENED_NS + 200_000_000;
    long end = Long.parseLong(net.told.get(0).replaceAll(".* ", ""));
    // The last byte leaves at the end of the third round trip, and arrives 50 ms later.
    assertThat((double) end).isCloseTo(opened + 3.0 * roundTrip + 50_000_000, within(1e5));
  }

  @Test
  void theReceiveWindowBoundsWhatIsUnderWay() {
    net.lan.hosts("h1", "h2");
    net.link("h1 -- h2", 1000, 5_000);
    FluidSpec window = new FluidSpec(StartUp.INSTANT, Optional.of(new DataSize(100_000)), 0);
    Transfer transfer = net.begin("h1", "h2", 100_000_000, 1, window);
    net.lan.runUntil(1);
    double roundTrip = 0.01 + (1526 + 78) * 8e-9;
    assertThat(transfer.bytesPerSecond()).isCloseTo(100_000 / roundTrip, within(1e-3));
  }

  @Test
  void theBiasWeighsByTheRoundTrip() {
    net.lan.hosts("near", "far", "h");
    net.lan.bridge("s1");
    net.link("near -- s1", 10_000, 100);
    net.link("far -- s1", 10_000, 1_100);
    net.link("h -- s1", 1000, 400);
    FluidSpec biased = new FluidSpec(StartUp.INSTANT, Optional.empty(), 1);
    Transfer near = net.begin("near", "h", 1_000_000_000, 1, biased);
    Transfer far = net.begin("far", "h", 1_000_000_000, 1, biased);
    net.lan.runUntil(0.1);
    double frames = ((1526 + 78) * 8 * 1.1) * 1e-9;
    double ratio = (0.003 + frames) / (0.001 + frames);
    assertThat(near.bytesPerSecond() / far.bytesPerSecond()).isCloseTo(ratio, within(1e-3));
  }

  @Test
  void nothingIsCountedTwiceWhateverHappens() {
    twoWays();
    for (int i = 1; i <= 8; i++) {
      net.begin("a" + i, "b", 20_000 * SEGMENT);
    }
    net.at(0.05, net.lan.link("r1.eth1 -- r2.eth1")::fail);
    net.at(0.10, net.lan.link("r1.eth2 -- r2.eth2")::fail);
    net.at(0.20, net.lan.link("r1.eth1 -- r2.eth1")::repair);
    net.at(0.40, net.lan.link("r1.eth2 -- r2.eth2")::repair);
    net.lan.runUntil(60);
    double carried =
        60e9
            * (net.lan.metric("r1.eth1.flow-rate", "mean")
                + net.lan.metric("r1.eth2.flow-rate", "mean"));
    double all = 8 * (20_000 * 1538.0 - 12) * 8e9;
    assertThat(net.told).filteredOn(line -> line.contains("completed")).hasSize(8);
    assertThat(carried).isCloseTo(all, within(all * 1e-6));
  }
}
