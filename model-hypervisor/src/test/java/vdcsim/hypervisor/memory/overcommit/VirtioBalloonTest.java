package vdcsim.hypervisor.memory.overcommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.memory.overcommit.OvercommitNet.by;
import static vdcsim.hypervisor.memory.overcommit.OvercommitNet.policy;
import static vdcsim.hypervisor.memory.overcommit.OvercommitNet.virtio;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.hypervisor.memory.overcommit.virtioballoon.VirtioBalloonSpec;

class VirtioBalloonTest {
  private static VirtioBalloonSpec balloon(boolean onOom, boolean reports, int entryCycles) {
    return new VirtioBalloonSpec(
        128, Optional.of(Duration.ofSeconds(5)), onOom, reports, entryCycles, IoPlatform.KVM);
  }

  private static OvercommitNet two(MemoryPolicySpec policy, double seconds) {
    OvercommitNet net = new OvercommitNet(200, by(Methods.BALLOON, 0), 1);
    net.vm("a", 128, policy);
    net.vm("b", 128, policy);
    net.run(seconds);
    return net;
  }

  /** The division is the host's: 186.99 MiB for two machines of 128 MiB, whatever the balloon. */
  @Test
  void itEndsAtTheSameSizeAsTheOther() {
    OvercommitNet net = two(virtio(8, true, balloon(false, false, 2000)), 60);
    assertThat(net.mib("a.memory.mapped")).isCloseTo(93.5, within(0.2));
    assertThat(net.mib("b.memory.mapped")).isCloseTo(93.5, within(0.2));
    assertThat(net.value("h1.memory.kills")).isEqualTo(0);
  }

  /** Free pages come as fast as the host takes them, not 16384 in a second. */
  @Test
  void itIsAsFastAsTheHost() {
    OvercommitNet virtio = two(virtio(8, true, balloon(false, false, 2000)), 3);
    OvercommitNet slow = two(virtio(8, true, balloon(false, false, 1_000_000)), 3);
    double fast = virtio.mib("a.memory.balloon") + virtio.mib("b.memory.balloon");
    assertThat(fast).isGreaterThan(slow.mib("a.memory.balloon") + slow.mib("b.memory.balloon"));
    // A thousandth of a second for a page: at most 3000 pages of each machine.
    assertThat(slow.mib("a.memory.balloon")).isLessThan(3000 * 4 / 1024.0);
  }

  /** A doorbell for each request of up to 256 pages, and one for each answer with figures. */
  @Test
  void aRequestHasUpTo256PagesAndOneDoorbell() {
    OvercommitNet net = two(virtio(8, true, balloon(false, false, 2000)), 60);
    double entries = net.value("a.balloon.entries");
    double requests = net.value("a.balloon.requests");
    double figures = 1 + 12;
    assertThat(entries).isGreaterThan(30 * 256);
    assertThat(requests).isBetween(entries / 256 + figures - 1, entries / 256 + figures + 20);
    assertThat(net.value("a.balloon.io-exits-by.kick")).isEqualTo(requests);
  }

  /** What the guest tells: 128 MiB, of which 8 are the kernel's, and nothing is touched. */
  @Test
  void theGuestTellsWhatIsFree() {
    OvercommitNet net = new OvercommitNet(200, by(Methods.BALLOON, 0), 1);
    net.vm("a", 128, virtio(8, false, balloon(false, false, 2000)));
    net.run(11);
    assertThat(net.mib("a.balloon.guest-free")).isEqualTo(120);
  }

  /** A guest that has cleared 120 MiB, and uses none of it, reports 60 blocks of 2 MiB. */
  @Test
  void freeMemoryIsReported() {
    OvercommitNet net = new OvercommitNet(200, by(Methods.BALLOON, 0), 1);
    net.vm("a", 128, virtio(8, true, balloon(false, true, 2000)));
    net.vm("b", 128, policy(8, 0, true, false));
    net.run(30);
    assertThat(net.value("a.balloon.reported") / (1 << 20)).isEqualTo(120);
    assertThat(net.mib("a.memory.mapped")).isEqualTo(8);
    assertThat(net.mib("a.balloon.guest-free")).isEqualTo(120);
  }

  /**
   * A machine starts that needs 120 of its 128 MiB for its kernel, on a host that is full: its
   * balloon takes pages that it has not touched yet, and then it finds none. Only with deflation it
   * starts.
   */
  @Test
  void aGuestWithoutMemoryHasSomeBack() {
    OvercommitNet[] nets = new OvercommitNet[2];
    for (int i = 0; i < 2; i++) {
      nets[i] = new OvercommitNet(200, by(Methods.BALLOON, 0), 1);
      nets[i].vm("a", 128, virtio(120, false, balloon(i == 1, false, 2000)));
      nets[i].vm("b", 128, policy(8, 0, true, true));
      nets[i].run(60);
    }
    // Each second it looks once more.
    assertThat(nets[0].value("a.memory.guest-failures")).isGreaterThan(50);
    assertThat(nets[0].value("a.balloon.relieved")).isZero();
    assertThat(nets[1].value("a.memory.guest-failures")).isLessThan(10);
    assertThat(nets[1].value("a.balloon.relieved"))
        .isEqualTo(nets[1].value("a.memory.guest-failures"));
    assertThat(nets[1].mib("a.memory.mapped")).isGreaterThan(nets[0].mib("a.memory.mapped"));
  }
}
