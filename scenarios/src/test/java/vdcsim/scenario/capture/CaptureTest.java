package vdcsim.scenario.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;

class CaptureTest {
  private static final String PING =
      """
      name: capture
      duration: 1 s
      hosts: { h1: { ip: 10.0.0.1/24 }, h2: { ip: 10.0.0.2/24 } }
      links: [ { link: h1 -- h2, rate: 1 Gbps, delay: 10 us } ]
      workloads: { probe: { type: ping, from: h1, to: h2, count: 2, every: 100 ms, start: 1 ms } }
      """;

  @TempDir Path folder;

  static Scenario scenario(String text) throws RefusedScenario {
    Grammar grammar = Vdcsim.language();
    return new ScenarioReader(grammar)
        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8), List.of());
  }

  private static World world(String text) throws RefusedScenario {
    Scenario scenario = scenario(text);
    return scenario.builder().build(0, new Simulation(scenario.seed(), 0));
  }

  private static CaptureHead head() {
    return new CaptureHead("vdcsim 0.1.0", "capture", "abc", 42);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void holdsWhatTheFirstEndSendsAndReceivesWithItsInstants() throws Exception {
    World world = world(PING);
    try (Capture capture = Capture.attach(world, List.of(" h1  --  h2 "), folder, head())) {
      world.simulation().run(1_000_000_000L);
      assertThat(capture.finish()).isEmpty();
    }
    assertThat(files()).containsExactly("h1--h2.pcapng");
    PcapngReader read = PcapngReader.read(folder.resolve("h1--h2.pcapng"));
    assertThat(read.interfaceName()).isEqualTo("h1.eth0");
    assertThat(read.comment())
        .isEqualTo(
            "Scenario capture, seed 42, SHA-256 abc. Times count from the start of the"
                + " simulation.");
    // A question, its answer, and two pings, without check sequences.
    assertThat(read.packets())
        .extracting(PcapngReader.Packet::length)
        .startsWith(60, 60, 98, 98, 98, 98);
    assertThat(read.packets()).extracting(PcapngReader.Packet::flags).startsWith(2, 1, 2, 1, 2, 1);
    // There and back: twice 10 us, and twice 64 + 8 bytes at a gigabit.
    assertThat(read.packets())
        .extracting(PcapngReader.Packet::timeNs)
        .startsWith(1_000_000L, 1_000_000L + 2 * (10_000 + 576));
  }

  @Test
  void theSameRunWritesTheSameBytes() throws Exception {
    for (String name : List.of("a", "b")) {
      World world = world(PING);
      try (Capture capture =
          Capture.attach(world, List.of("h1 -- h2"), folder.resolve(name), head())) {
        world.simulation().run(1_000_000_000L);
        capture.finish();
      }
    }
    assertThat(folder.resolve("a").resolve("h1--h2.pcapng"))
        .hasSameBinaryContentAs(folder.resolve("b").resolve("h1--h2.pcapng"));
  }

  @Test
  void anAbandonedCaptureLeavesNothing() throws Exception {
    World world = world(PING);
    Capture capture = Capture.attach(world, List.of("h1 -- h2"), folder, head());
    world.simulation().run(500_000_000L);
    assertThat(files()).containsExactly("h1--h2.pcapng.part");
    capture.close();
    assertThat(files()).isEmpty();
    world.simulation().run(1_000_000_000L);
  }

  @Test
  void aFullFileSaysHowManyFramesItLacks() throws Exception {
    World world = world(PING);
    try (Capture capture = Capture.attach(world, List.of("h1 -- h2"), folder, head(), 600)) {
      world.simulation().run(50_000_000L);
      assertThat(capture.finish())
          .singleElement()
          .asString()
          .matches("h1--h2.pcapng holds the first [1-3] frames; [1-3] more would have made it .*");
    }
    assertThat(Files.size(folder.resolve("h1--h2.pcapng"))).isLessThan(700);
  }

  @Test
  void aLinkThatIsNotThereIsRefusedWithANearName() throws Exception {
    World world = world(PING);
    assertThatThrownBy(() -> Capture.attach(world, List.of("h1 -- h3"), folder, head()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no link named 'h1 -- h3'; did you mean 'h1 -- h2'?");
  }
}
