package vdcsim.hardware.nic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.pci.PcieLink;
import vdcsim.hardware.pci.PcieSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

class ReceiveQueueTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final List<Long> taken = new ArrayList<>();

  private ReceiveQueue queue(ModerationSpec moderation) {
    return new ReceiveQueue(
        simulation,
        "h.eth0.rx0",
        8,
        0,
        new PcieLink(simulation, PcieSpec.of(3, 8)),
        DriverSpec.DEFAULT,
        moderation,
        /* joining= */ false,
        frame -> taken.add(simulation.now()));
  }

  private void arrive(ReceiveQueue queue, int frames) {
    Frame frame = new Frame(new MacAddress(1), new MacAddress(2), new Filler(1470), 0);
    for (int i = 0; i < frames; i++) {
      queue.arrive(frame);
    }
  }

  private double counted(String name) {
    return simulation.metrics().read().stream()
        .filter(measured -> measured.metric().equals("h.eth0.rx0." + name))
        .findFirst()
        .flatMap(measured -> measured.statistic("value").stream().boxed().findFirst())
        .orElseThrow();
  }

  @Test
  void theFirstFrameInterruptsAtOnceAndTheNextWaitForModeration() {
    ReceiveQueue queue = queue(ModerationSpec.fixed(1000));
    arrive(queue, 1);
    simulation.run(10_000);
    arrive(queue, 3);
    simulation.run(2_000_000);
    // 1500 B and 144 B around them at 7.246 B/ns, and 265 ns: see PcieLinkTest.
    assertThat(taken).containsExactly(492L, 1_000_492L, 1_000_492L, 1_000_492L);
    assertThat(counted("interrupts")).isEqualTo(2);
  }

  @Test
  void aFullRingDropsAndCounts() {
    ReceiveQueue queue = queue(ModerationSpec.fixed(1000));
    arrive(queue, 11);
    simulation.run(2_000_000);
    assertThat(taken).hasSize(8);
    assertThat(counted("dropped-ring-full")).isEqualTo(3);
    assertThat(queue.free()).isEqualTo(8);
  }

  @Test
  void theRateFollowsThePackets() {
    ModerationSpec adaptive =
        new ModerationSpec(new Frequency(1000), true, Duration.ofMillis(10), 64, 1024);
    // 812 in 10 ms: 81 200 a second, 1.2 times of that over 64 buffers: 1522.5 interrupts.
    assertThat(adaptive.intervalNs(812)).isEqualTo(656_814);
    // Few packets: no less than 1000.
    assertThat(adaptive.intervalNs(10)).isEqualTo(1_000_000);
  }
}
