package vdcsim.hypervisor.memory.overcommit.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;

class PagingDiskTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final List<Long> doneUs = new ArrayList<>();

  /** 4096 B at 32.768 Mbps take a millisecond. */
  private PagingDisk disks(int count) {
    SwapSpec spec =
        new SwapSpec(Optional.empty(), Duration.ofMillis(8), new DataRate(32_768_000), count);
    return new PagingDisk(spec, simulation);
  }

  private void transfer(PagingDisk disk, int pages) {
    disk.transfer(
        pages, (kind, argument, reference) -> doneUs.add(simulation.now() / 1000), 0, 0, disk);
  }

  @Test
  void requestsAreServedOneAfterTheOther() {
    PagingDisk disk = disks(1);
    transfer(disk, 1);
    transfer(disk, 16);
    simulation.run(1_000_000_000);
    assertThat(doneUs).containsExactly(9_000L, 33_000L);
    assertThat(disk.busyNs()).isEqualTo(33_000_000);
  }

  @Test
  void twoDisksServeTwo() {
    PagingDisk disk = disks(2);
    transfer(disk, 1);
    transfer(disk, 2);
    transfer(disk, 1);
    simulation.run(1_000_000_000);
    assertThat(doneUs).containsExactly(9_000L, 10_000L, 18_000L);
  }
}
