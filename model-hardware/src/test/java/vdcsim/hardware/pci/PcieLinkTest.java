package vdcsim.hardware.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;

class PcieLinkTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final List<Long> times = new ArrayList<>();
  // 8 GT/s x 8 x 128/130 x 0.92 = 57.97 Gb/s, 7.246 bytes a nanosecond.
  private final PcieLink link = new PcieLink(simulation, PcieSpec.of(3, 8));

  private void note(int kind, long argument, Object reference) {
    times.add(simulation.now());
  }

  @Test
  void aReadIsARequestUpAndItsDataDown() {
    link.read(0, 64, this::note, 0, 0, Simulation.NO_REFERENCE);
    simulation.run(1_000_000);
    // 24 / 7.246 + 530 + 84 / 7.246 = 544.9 ns: what was measured on Haswell for 64 B is 547 ns.
    assertThat(times).containsExactly(545L);
    assertThat(link.upBytes()).isEqualTo(24);
    assertThat(link.downBytes()).isEqualTo(84);
  }

  @Test
  void aWriteOf1500BytesIsSixPacketsOfAtMost256() {
    link.write(0, 1500, this::note, 0, 0, Simulation.NO_REFERENCE);
    simulation.run(1_000_000);
    assertThat(link.upBytes()).isEqualTo(1500 + 6 * 24);
    // 1644 / 7.246 + 265 = 491.9 ns.
    assertThat(times).containsExactly(492L);
  }

  @Test
  void readsOverlapButTheirDataCrossOneAfterTheOther() {
    for (int i = 0; i < 1000; i++) {
      link.read(0, 4096, this::note, 0, 0, Simulation.NO_REFERENCE);
    }
    simulation.run(10_000_000);
    // 1000 x (4096 + 16 x 20) bytes at 7.246 B/ns.
    assertThat((double) times.get(999)).isCloseTo(4_416_000 / 7.246 + 557, within(200.0));
  }

  @Test
  void theDirectionsDoNotWaitForEachOther() {
    link.read(0, 1 << 20, this::note, 0, 0, Simulation.NO_REFERENCE);
    link.write(0, 64, this::note, 0, 0, Simulation.NO_REFERENCE);
    simulation.run(10_000_000);
    // The requests of the read, 2048 x 24 B, go up before the write.
    assertThat(times.get(0)).isEqualTo(7060);
  }
}
