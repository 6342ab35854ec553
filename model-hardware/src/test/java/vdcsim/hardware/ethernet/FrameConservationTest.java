package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random streams and faults over links, hubs and half-duplex links: every frame is accounted for.
 */
class FrameConservationTest {
  private static final long HUNDRED_MEGABIT = 100_000_000;

  private final List<EthernetPort> ports = new ArrayList<>();
  private final List<Cable> cables = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void framesAreConservedAtAnyInstant(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Bench bench = new Bench(seed);
    fullDuplex(bench, random);
    shared(bench, random);
    halfDuplex(bench);
    for (int step = 0; step < 400; step++) {
      happen(bench, random);
      bench.simulation.run(bench.simulation.now() + random.nextInt(40_000));
      assertThat(bench.simulation.conservation().violations()).as("step %d", step).isEmpty();
    }
    long arrived = ports.stream().mapToLong(p -> bench.count(p.name() + ".received")).sum();
    assertThat(arrived).isPositive();
    assertThat(arrived).isEqualTo(bench.arrivals.size());
  }

  private EthernetPort port(Bench bench, SplittableRandom random) {
    PortSettings settings = new PortSettings(1 + random.nextInt(5), 4_000, 1_000);
    EthernetPort port = bench.port("n" + ports.size() + ".eth0", settings);
    ports.add(port);
    return port;
  }

  private void fullDuplex(Bench bench, SplittableRandom random) {
    for (int i = 0; i < 3; i++) {
      EthernetPort left = port(bench, random);
      EthernetPort right = port(bench, random);
      if (i == 1) {
        right.takeEarly(EthernetPort.CUT_THROUGH_BYTES);
      }
      String name = "link" + i;
      long delayNs = random.nextInt(30_000);
      cables.add(
          new Link(
              bench.simulation, name, left, right, HUNDRED_MEGABIT, delayNs, i == 2 ? 1e-4 : 0));
    }
  }

  private void shared(Bench bench, SplittableRandom random) {
    Segment left = Segment.hub(bench.simulation, "left", HUNDRED_MEGABIT, 0);
    Segment right = Segment.hub(bench.simulation, "right", HUNDRED_MEGABIT, 460);
    for (int i = 0; i < 6; i++) {
      Segment hub = i % 2 == 0 ? left : right;
      long delayNs = random.nextInt(2_000);
      EthernetPort port = port(bench, random);
      cables.add(hub.connect(bench.simulation, "cable" + i, port, delayNs, OptionalDouble.empty()));
    }
    cables.add(left.connect("left -- right", right, 300, OptionalDouble.empty()));
  }

  private void halfDuplex(Bench bench) {
    EthernetPort left = port(bench, new SplittableRandom(1));
    EthernetPort right = port(bench, new SplittableRandom(2));
    cables.add(new HalfDuplexLink(bench.simulation, "half", left, right, HUNDRED_MEGABIT, 1_000));
  }

  private void happen(Bench bench, SplittableRandom random) {
    EthernetPort port = ports.get(random.nextInt(ports.size()));
    Cable cable = cables.get(random.nextInt(cables.size()));
    switch (random.nextInt(40)) {
      case 0 -> cable.fail();
      case 1 -> cable.failSilently();
      case 2 -> cable.failTowards(cable.ends().get(random.nextInt(2)));
      case 3, 4, 5 -> cable.repair();
      case 6 -> port.disable();
      case 7, 8, 9 -> port.enable();
      default -> {
        for (int i = random.nextInt(12); i > 0; i--) {
          EthernetPort from = ports.get(random.nextInt(ports.size()));
          from.send(bench.frame(from, 64 + random.nextInt(1_000)));
        }
      }
    }
  }
}
