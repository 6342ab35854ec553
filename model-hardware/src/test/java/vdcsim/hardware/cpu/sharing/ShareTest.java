package vdcsim.hardware.cpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Frequency;

class ShareTest {
  @Test
  void fourTasksOnTwoProcessorsEndAsTheClosedFormSays() {
    Bench bench = new Bench(8);
    Share vm = bench.share(1, 2);
    double[] gigacycles = {10, 20, 40, 80};
    for (int i = 0; i < 4; i++) {
      bench.submit(0, vm, i, 1, gigacycles[i]);
    }
    bench.run();
    // 4 at 1/2 core to 20 s; 3 at 2/3 to 35 s; 2 and then 1 at a core each.
    assertThat(bench.end(0)).isEqualTo(20);
    assertThat(bench.end(1)).isEqualTo(35);
    assertThat(bench.end(2)).isEqualTo(55);
    assertThat(bench.end(3)).isEqualTo(95);
    assertThat(vm.coreSeconds()).isCloseTo(150, within(1e-9));
  }

  @Test
  void oneTaskNeverGetsMoreThanACore() {
    Bench bench = new Bench(8);
    bench.submit(0, bench.share(1, 4), 0, 1, 3);
    bench.run();
    assertThat(bench.end(0)).isEqualTo(3);
  }

  @Test
  void threadsOfATaskRunSideBySideAndEndAtOnce() {
    Bench bench = new Bench(8);
    Share vm = bench.share(1, 4);
    bench.submit(0, vm, 0, 3, 6);
    bench.submit(0, vm, 1, 3, 12);
    bench.run();
    // 6 threads on 4 processors at 2/3 to 9 s, then 3 at a core each.
    assertThat(bench.end(0)).isEqualTo(9);
    assertThat(bench.end(1)).isEqualTo(15);
  }

  @Test
  void weightsDivideCoresThatAreTooFew() {
    Bench bench = new Bench(3);
    Share heavy = bench.share(512, 2);
    Share light = bench.share(256, 2);
    for (int i = 0; i < 4; i++) {
      bench.submit(0, i < 2 ? heavy : light, i, 1, 10);
    }
    bench.run();
    // 2 cores and 1 core: 10 s; then the light one has both of its processors.
    assertThat(bench.end(0)).isEqualTo(10);
    assertThat(bench.end(3)).isEqualTo(15);
  }

  @Test
  void whatOneDoesNotWantGoesToTheOthersByTheirWeights() {
    Bench bench = new Bench(4);
    Share content = bench.share(1000, 4);
    bench.submit(0, content, 0, 1, 100);
    Share twice = bench.share(2, 4);
    Share once = bench.share(1, 4);
    for (int i = 1; i <= 4; i++) {
      bench.submit(0, twice, i, 1, 1000);
      bench.submit(0, once, 4 + i, 1, 1000);
    }
    bench.run(60);
    assertThat(content.coreSeconds()).isCloseTo(60, within(1e-9));
    assertThat(twice.coreSeconds()).isCloseTo(120, within(1e-9));
    assertThat(once.coreSeconds()).isCloseTo(60, within(1e-9));
  }

  @Test
  void aCapHoldsWhereCoresAreIdle() {
    Bench bench = new Bench(8);
    bench.submit(0, bench.share(1, 0.5), 0, 1, 3);
    bench.run();
    assertThat(bench.end(0)).isEqualTo(6);
  }

  @Test
  void aPauseAndAThrottleStretchATask() {
    Bench bench = new Bench(1);
    Share vm = bench.share(1, 1);
    bench.submit(0, vm, 0, 1, 10);
    bench.simulation.schedule(2_000_000_000L, () -> vm.throttle(0));
    bench.simulation.schedule(7_000_000_000L, () -> vm.throttle(0.5));
    bench.run();
    assertThat(bench.end(0)).isEqualTo(7 + 8 / 0.5);
  }

  @Test
  void tasksGoWithTheirShareToSlowerCores() {
    Bench bench = new Bench(1);
    SharedCores slower = new SharedCores(1, new Frequency(500_000_000));
    Share vm = bench.share(1, 1);
    bench.submit(0, vm, 0, 1, 10);
    bench.simulation.schedule(4_000_000_000L, () -> vm.moveTo(slower));
    bench.run();
    assertThat(bench.end(0)).isEqualTo(16);
    assertThat(bench.cores.coreSeconds()).isCloseTo(4, within(1e-9));
    assertThat(slower.coreSeconds()).isCloseTo(12, within(1e-9));
  }

  @Test
  void aShareWithoutCoresStandsStill() {
    Bench bench = new Bench(2);
    Share vm = bench.share(1, 1);
    bench.submit(0, vm, 0, 1, 10);
    bench.simulation.schedule(4_000_000_000L, vm::leave);
    bench.simulation.schedule(9_000_000_000L, () -> vm.moveTo(bench.cores));
    bench.run();
    assertThat(bench.end(0)).isEqualTo(15);
    assertThat(bench.cores.coreSeconds()).isCloseTo(10, within(1e-9));
  }

  @Test
  void equalTasksEndTogetherInTheOrderOfTheirComing() {
    Bench bench = new Bench(2);
    Share vm = bench.share(1, 2);
    StringBuilder order = new StringBuilder();
    Job job =
        new Job() {
          @Override
          public int threads() {
            return 1;
          }

          @Override
          public void finished(int task) {
            order.append(task).append('@').append(bench.simulation.now()).append(' ');
          }
        };
    for (int task : new int[] {7, 3, 9, 1, 5}) {
      vm.submit(task, 1e9, job);
    }
    bench.run();
    assertThat(order.toString().strip().split(" "))
        .containsExactly(
            "7@2500000000", "3@2500000000", "9@2500000000", "1@2500000000", "5@2500000000");
  }

  @Test
  void anEndOnABusyShareCostsOneEvent() {
    Bench bench = new Bench(1);
    Share vm = bench.share(1, 1);
    Share other = bench.share(1, 1);
    for (int i = 0; i < 100; i++) {
      vm.submit(i, (i + 1) * 1e9, bench.job(1));
      other.submit(100 + i, (i + 1) * 1e9, bench.job(1));
    }
    long before = bench.simulation.events();
    bench.run();
    assertThat(bench.simulation.events() - before).isEqualTo(200);
  }

  /** Ends lie between two nanoseconds, and their events up to one later: that must not add up. */
  @Test
  void roundingNeverAddsUp() {
    Bench bench = new Bench(1);
    SharedCores threeGigahertz = new SharedCores(1, new Frequency(3_000_000_000L));
    Share vm = new Share(bench.simulation, 1, 1);
    vm.moveTo(threeGigahertz);
    for (int i = 1; i <= 999; i++) {
      vm.submit(i, 10 * i, bench.job(1));
    }
    bench.run();
    // 10 times 999 * 1000 / 2 cycles at 3 a nanosecond.
    assertThat(bench.end(999)).isEqualTo(1_665_000 / 1e9);
    // The first: 999 times 10 cycles.
    assertThat(bench.end(1)).isEqualTo(3_330 / 1e9);
    // The second: another 998 times 10, at 6656.67 ns.
    assertThat(bench.end(2)).isEqualTo(6_657 / 1e9);
  }
}
