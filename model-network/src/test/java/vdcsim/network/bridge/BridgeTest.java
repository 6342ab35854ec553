package vdcsim.network.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.RawPayload;

class BridgeTest {
  private final Lan lan = new Lan();
  private Bridge bridge;

  @BeforeEach
  void threeHostsAtASwitch() {
    star(Lan.bridgeSpec());
  }

  private void star(BridgeSpec spec) {
    if (bridge == null) {
      lan.hosts("h1", "h2", "h3");
      bridge = lan.bridge("s1", spec);
      lan.links("h1 -- s1", "h2 -- s1", "h3 -- s1");
      lan.listen("h1", "h2", "h3");
    }
  }

  private Frame frame(String from, MacAddress to) {
    return new Frame(to, lan.mac(from), new RawPayload(46), lan.simulation().now());
  }

  private void send(String from, String to) {
    lan.send(from, frame(from, lan.mac(to)));
  }

  @Test
  void floodsAnUnknownAddressThenForwardsToTheLearnedPort() {
    send("h1", "h2");
    assertThat(lan.heard("h2")).hasSize(1);
    assertThat(lan.heard("h3")).hasSize(1);
    send("h2", "h1");
    assertThat(lan.heard("h1")).hasSize(1);
    assertThat(lan.heard("h3")).hasSize(1);
    assertThat(lan.metric("s1.flooded")).isEqualTo(1);
    assertThat(lan.metric("s1.forwarded")).isEqualTo(1);
    assertThat(lan.metric("s1.learned-addresses")).isEqualTo(2);
  }

  @Test
  void anAddressThatAppearsAtAnotherPortMovesThere() {
    send("h1", "h2");
    lan.send("h2", frame("h1", MacAddress.BROADCAST));
    assertThat(lan.metric("s1.moves")).isEqualTo(1);
    assertThat(bridge.learnedAt(lan.mac("h1"), 0)).contains(bridge.ports().get(1));
  }

  @Test
  void filtersAFrameWhoseTargetIsBehindThePortOfArrival() {
    lan.send("h1", frame("h1", lan.mac("h2")));
    lan.send("h1", frame("h2", lan.mac("h1")));
    assertThat(lan.metric("s1.filtered")).isEqualTo(1);
  }

  @Test
  void broadcastsReachAllOthers() {
    lan.send("h1", frame("h1", MacAddress.BROADCAST));
    assertThat(lan.heard("h1")).isEmpty();
    assertThat(lan.heard("h2")).hasSize(1);
    assertThat(lan.heard("h3")).hasSize(1);
  }

  @Test
  void keepsReservedAddressesButForwardsTheBridgeGroupAddressAndTheSixteenth() {
    for (int last = 0; last <= 0x10; last++) {
      lan.send("h1", frame("h1", new MacAddress(0x0180_C200_0000L + last)));
    }
    assertThat(lan.heard("h2")).hasSize(2);
    assertThat(lan.metric("s1.consumed")).isEqualTo(15);
  }

  @Test
  void neverLearnsAGroupAddress() {
    lan.send("h1", new Frame(lan.mac("h2"), MacAddress.BROADCAST, new RawPayload(46), 0));
    assertThat(lan.metric("s1.learned-addresses")).isZero();
  }

  @Test
  void aPortThatDoesNotForwardLearnsAllTheSame() {
    bridge.ports().get(0).admit(true, false);
    send("h1", "h2");
    assertThat(lan.heard("h2")).isEmpty();
    assertThat(bridge.learnedAt(lan.mac("h1"), 0)).contains(bridge.ports().get(0));
    assertThat(lan.metric("s1.blocked")).isEqualTo(1);
    send("h2", "h1");
    assertThat(lan.heard("h1")).isEmpty();
    assertThat(lan.heard("h3")).isEmpty();
  }

  @Test
  void forgetsWhatItLearnedAtAPortWhoseCableBreaks() {
    send("h1", "h2");
    send("h2", "h1");
    lan.link("h1 -- s1").fail();
    assertThat(bridge.learnedAt(lan.mac("h1"), 0)).isEmpty();
    assertThat(bridge.learnedAt(lan.mac("h2"), 0)).isPresent();
  }

  @Test
  void anAddressAgesOutAfterThreeHundredSeconds() {
    send("h1", "h2");
    lan.runUntil(299.9);
    assertThat(bridge.learnedAt(lan.mac("h1"), 0)).isPresent();
    lan.runUntil(300.1);
    assertThat(bridge.learnedAt(lan.mac("h1"), 0)).isEmpty();
  }

  @Test
  void latencyAndStoreAndForwardAddUpExactly() {
    Lan other = new Lan();
    other.hosts("a", "b");
    other.bridge("s", Lan.bridgeSpec(Duration.ofMinutes(5), 8, Duration.ofNanos(700)));
    other.links("a -- s", "b -- s");
    other.listen("b");
    long[] arrived = new long[1];
    other
        .world()
        .find("b", vdcsim.hardware.host.Host.class)
        .orElseThrow()
        .nics()
        .get(0)
        .onReceive((port, frame) -> arrived[0] = other.simulation().now());
    other.send("a", new Frame(other.mac("b"), other.mac("a"), new RawPayload(46), 0));
    // Twice 72 bytes of preamble and frame at 1 Gbps, 576 ns each, and the bridge's 700 ns.
    assertThat(arrived[0]).isEqualTo(2 * 576 + 700);
  }

  /** How long a frame of 1518 bytes takes from a to b over a switch. */
  private static long latencyNs(Switching switching) {
    Lan other = new Lan();
    other.hosts("a", "b");
    other.bridge("s", Lan.bridgeSpec(Duration.ofMinutes(5), 8, Duration.ofNanos(100), switching));
    other.links("a -- s", "s -- b");
    long[] arrived = new long[1];
    other
        .world()
        .find("b", vdcsim.hardware.host.Host.class)
        .orElseThrow()
        .nics()
        .get(0)
        .onReceive((port, frame) -> arrived[0] = other.simulation().now());
    other.send("a", new Frame(other.mac("b"), other.mac("a"), new RawPayload(1500), 0));
    return arrived[0];
  }

  @Test
  void cutThroughSendsOnAfterTheAddressesFragmentFreeAfter64Bytes() {
    // 8 + 1518 bytes at 1 Gbps take 12 208 ns; the switch looks for 100 ns.
    assertThat(latencyNs(Switching.STORE_AND_FORWARD)).isEqualTo(2 * 12_208 + 100);
    assertThat(latencyNs(Switching.CUT_THROUGH)).isEqualTo(8 * 22 + 100 + 12_208);
    assertThat(latencyNs(Switching.FRAGMENT_FREE)).isEqualTo(8 * 72 + 100 + 12_208);
  }

  @Test
  void refusesAPortThatItDoesNotHave() {
    assertThatThrownBy(() -> bridge.port("p129"))
        .isInstanceOf(Refusal.class)
        .hasMessage("switch 's1' has the ports p1 to p128, not 'p129'");
  }
}
