package vdcsim.hypervisor.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.world.World;

class BootTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final List<String> course = new ArrayList<>();

  private static Optional<StepSpec> step(long cpuMs, long megabytes, long waitsMs) {
    return Optional.of(
        new StepSpec(
            Duration.ofMillis(cpuMs),
            new DataSize(megabytes * 1_000_000),
            Duration.ofMillis(waitsMs)));
  }

  private void start(BootSpec spec) {
    ImageStore images = ImageStore.at("h1", 500e6, world);
    new Boot(
            spec,
            simulation,
            Optional.empty(),
            images,
            phase -> course.add(phase + " " + simulation.now() / 1_000_000),
            () -> course.add("ready " + simulation.now() / 1_000_000))
        .next();
  }

  @Test
  void phasesFollowEachOther() {
    start(new BootSpec(step(80, 0, 0), step(0, 0, 1000), step(100, 50, 0), step(1000, 0, 0)));
    simulation.run(10_000_000_000L);
    // 50 MB at 500 MB/s are 100 ms.
    assertThat(course)
        .containsExactly("create 0", "firmware 80", "kernel 1080", "user-space 1280", "ready 2280");
  }

  @Test
  void machinesShareTheRateOfTheImages() {
    BootSpec spec =
        new BootSpec(Optional.empty(), Optional.empty(), step(0, 500, 0), Optional.empty());
    for (int i = 0; i < 10; i++) {
      start(spec);
    }
    simulation.run(20_000_000_000L);
    assertThat(course).filteredOn(e -> e.startsWith("ready")).hasSize(10);
    double last = Double.parseDouble(course.get(course.size() - 1).split(" ")[1]);
    assertThat(last).isCloseTo(10_000, within(1.0));
  }
}
