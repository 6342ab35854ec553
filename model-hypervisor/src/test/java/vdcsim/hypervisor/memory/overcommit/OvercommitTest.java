package vdcsim.hypervisor.memory.overcommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.memory.overcommit.OvercommitNet.by;
import static vdcsim.hypervisor.memory.overcommit.OvercommitNet.policy;

import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.spec.Refusal;

class OvercommitTest {
  @Test
  void aPageGetsItsFrameAtItsFirstTouch() {
    OvercommitNet net = new OvercommitNet(100, by(Methods.NONE), 1);
    net.vm("a", 64, policy(8, 0, true, false));
    net.vm("b", 64, policy(16, 0, true, true));
    net.run(5);
    assertThat(net.mib("a.memory.mapped")).isEqualTo(8);
    assertThat(net.mib("b.memory.mapped")).isEqualTo(64);
    assertThat(net.mib("h1.memory.free")).isEqualTo(28);
  }

  /** 200 MiB, of which 6.5 % and a frame are kept free: 186.99 MiB for two machines of 128 MiB. */
  @Test
  void balloonsDivideTheMemoryByShares() {
    OvercommitNet net = new OvercommitNet(200, by(Methods.BALLOON, 0), 1);
    net.vm("a", 128, policy(8, 0, true, true));
    net.vm("b", 128, policy(8, 0, true, true));
    net.run(60);
    assertThat(net.mib("a.memory.mapped")).isCloseTo(93.5, within(0.2));
    assertThat(net.mib("b.memory.mapped")).isCloseTo(93.5, within(0.2));
    assertThat(net.value("h1.memory.kills")).isEqualTo(0);
    assertThat(net.value("a.memory.guest-writes")).isEqualTo(0);
  }

  @Test
  void aMachineKeepsItsMinimum() {
    OvercommitNet net = new OvercommitNet(200, by(Methods.BALLOON_AND_SWAP, 0), 1);
    net.vm("a", 128, policy(8, 120, true, true));
    net.vm("b", 128, policy(8, 0, true, true));
    net.run(60);
    assertThat(net.mib("a.memory.target")).isCloseTo(120, within(0.01));
    assertThat(net.mib("b.memory.target")).isCloseTo(67, within(0.1));
  }

  @Test
  void whereThereIsNoDriverTheHostSwapsInTheSoftState() {
    OvercommitNet net = new OvercommitNet(200, by(Methods.BALLOON_AND_SWAP, 0), 1);
    net.vm("a", 128, policy(8, 0, false, true));
    net.vm("b", 128, policy(8, 0, false, true));
    net.run(120);
    assertThat(net.mib("h1.memory.ballooned")).isEqualTo(0);
    assertThat(net.mib("h1.memory.swapped")).isCloseTo(256 - 187, within(1.5));
    assertThat(net.mib("h1.memory.free")).isGreaterThan(200 * 0.06);
  }

  /** A page is used every 100 us, but for the 8.1 ms that a swapped one takes to be read. */
  @Test
  void aSwappedPageCostsTheTimeOfTheDisk() {
    OvercommitNet net = new OvercommitNet(72, by(Methods.SWAP, 0), 1);
    net.vm("a", 128, policy(8, 0, true, false));
    net.load("app", "a", 0, 80, 1);
    net.run(300);
    double reads = net.value("a.memory.swap-ins");
    double stalled = net.value("a.memory.stalled") / 1e9;
    assertThat(net.value("a.memory.swap-in-time", "min")).isGreaterThanOrEqualTo(8_102_400);
    assertThat(reads).isGreaterThan(5000);
    assertThat(stalled).isCloseTo(300, within(90.0));
    // What is not stalled is computed; faults take 5 us each.
    double computed = net.value("app.uses") * 100e-6;
    assertThat(stalled + computed).isCloseTo(300, within(3.0));
  }

  @Test
  void aBalloonTakesTheGuestsCacheAndTheProgramDoesNotNotice() {
    OvercommitNet alone = new OvercommitNet(512, by(Methods.NONE), 1);
    OvercommitNet squeezed = new OvercommitNet(200, by(Methods.BALLOON), 1);
    double[] uses = new double[2];
    for (OvercommitNet net : new OvercommitNet[] {alone, squeezed}) {
      net.vm("a", 128, policy(8, 0, true, true));
      net.vm("b", 128, policy(8, 0, true, true));
      net.load("app", "a", 0, 40, 0.5);
      net.run(30);
      double before = net.value("app.uses");
      net.run(90);
      uses[net == alone ? 0 : 1] = net.value("app.uses") - before;
    }
    assertThat(squeezed.value("h1.memory.most-ballooned")).isGreaterThan(60 * OvercommitNet.MIB);
    assertThat(uses[1]).isCloseTo(uses[0], within(0.005 * uses[0]));
  }

  @Test
  void aHostThatCannotTakeAnythingBackStopsItsLargestMachine() {
    OvercommitNet net = new OvercommitNet(150, by(Methods.NONE), 1);
    net.vm("a", 64, policy(8, 0, true, true));
    net.vm("b", 100, policy(8, 0, true, true));
    net.run(10);
    assertThat(net.value("h1.memory.kills")).isEqualTo(1);
    assertThat(net.world.find("b", VirtualMachine.class).orElseThrow().state())
        .isEqualTo(VirtualMachine.State.STOPPED);
    assertThat(net.mib("h1.memory.free")).isEqualTo(150 - 64);
  }

  @Test
  void minimaAndSwapSpaceMustFit() {
    OvercommitNet net = new OvercommitNet(100, by(Methods.ALL), 1);
    net.vm("a", 80, policy(8, 60, true, false));
    assertThatThrownBy(() -> net.vm("b", 80, policy(8, 60, true, false)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not fit");
    net.vm("c", 80, policy(8, 40, true, false));
    assertThatThrownBy(() -> net.vm("d", 8, policy(16, 0, true, false)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("more than its memory");
  }

  /** Ten guests with 20 MiB of one image and 2 MiB of zeros: 9 * 20 + 20 MiB less a page. */
  @Test
  void sharingFindsWhatGuestsHaveInCommon() {
    OvercommitNet net = new OvercommitNet(512, by(Methods.SHARING), 1);
    for (int i = 0; i < 10; i++) {
      net.vm("v" + i, 32, OvercommitNet.image(20, 2));
    }
    net.run(3600);
    double limit = (9 * 20 * 256 + 20 * 256 - 1) / 256.0;
    assertThat(net.value("h1.memory.saved-pages") / OvercommitNet.MIB)
        .isCloseTo(limit, within(0.05 * limit))
        .isLessThanOrEqualTo(limit);
    assertThat(net.value("h1.memory.table-part")).isLessThan(0.005);
  }

  @Test
  void noFrameIsLostInRandomWorlds() {
    for (int seed = 0; seed < 6; seed++) {
      RandomStream random = new RandomStreams(seed, 0).stream("world");
      Methods methods = Methods.values()[random.nextInt(Methods.values().length)];
      OvercommitNet net = new OvercommitNet(60 + random.nextInt(40), by(methods), seed);
      for (int i = 0; i < 4; i++) {
        boolean image = random.nextInt(2) == 0;
        net.vm(
            "v" + i, 32, image ? OvercommitNet.image(8, 2) : policy(4, 4, i % 2 == 0, i % 3 == 0));
        net.load("app" + i, "v" + i, random.nextInt(20), 1 + random.nextInt(20), 0.3);
      }
      for (int second = 1; second <= 30; second++) {
        net.run(second + random.nextDouble());
        assertThat(net.simulation.conservation().violations()).isEmpty();
      }
    }
  }
}
