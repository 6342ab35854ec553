package vdcsim.network.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.host.Host;
import vdcsim.network.Lan;
import vdcsim.network.RawPayload;

class MixedLineTest {
  private static final long SEGMENT = 1448;

  private final FlowNet net = new FlowNet();

  MixedLineTest() {
    net.lan.hosts("h1", "h2");
    net.link("h1 -- h2", 1000, 0);
  }

  /** Frames of 1500 bytes of payload, 1538 with all that is around them, so many a second. */
  private void frames(int perSecond, int count) {
    Lan lan = net.lan;
    EthernetPort card = lan.world().require("", "h1", Host.class, "host").nics().get(0);
    for (int i = 0; i < count; i++) {
      long at = i * 1_000_000_000L / perSecond;
      Frame frame = new Frame(lan.mac("h2"), lan.mac("h1"), new RawPayload(1500), at);
      lan.simulation().schedule(at, () -> card.send(frame));
    }
  }

  private double endSeconds() {
    return Double.parseDouble(net.told.get(0).replaceAll(".* ", "")) * 1e-9;
  }

  /** 40 000 frames a second take 492 Mb/s; with a tenth more, 459 Mb/s are left. */
  @Test
  void aFlowHasWhatFramesThatAreSentAtARateLeave() {
    frames(40_000, 40_000);
    net.begin("h1", "h2", 10_000 * SEGMENT);
    net.lan.runUntil(2);
    double wireBits = 10_000 * 1538 * 8.0;
    // The first window of 10 ms goes by before the frames are counted.
    double exact = 0.01 + (wireBits - 0.01 * 1e9) / (1e9 - 1.1 * 40_000 * 1538 * 8);
    assertThat(endSeconds()).isCloseTo(exact, within(0.03));
    assertThat(net.lan.metric("h1.eth0.dropped-queue-full")).isZero();
    assertThat(net.lan.metric("h1.eth0.sent")).isGreaterThan(40_000);
  }

  /** Frames without end, and a flow, have half each. */
  @Test
  void framesThatWantAllHaveAFairShare() {
    frames(80_000, 80_000);
    net.begin("h1", "h2", 10_000 * SEGMENT);
    net.lan.runUntil(2);
    assertThat(endSeconds()).isCloseTo(10_000 * 1538 * 8.0 / 0.5e9, within(0.02));
    assertThat(net.lan.metric("h1.eth0.dropped-queue-full")).isGreaterThan(0);
  }

  @Test
  void aFewFramesTakeNothingFromAFlow() {
    frames(500, 100);
    net.begin("h1", "h2", 10_000 * SEGMENT);
    net.lan.runUntil(2);
    assertThat(endSeconds()).isCloseTo(10_000 * 1538 * 8.0 / 1e9, within(1e-4));
  }
}
