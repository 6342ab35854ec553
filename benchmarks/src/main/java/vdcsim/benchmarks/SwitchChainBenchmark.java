package vdcsim.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vdcsim.kernel.Simulation;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;

/**
 * A saturated line of switches: 64-byte frames over cables of 1 Gbps, each of which takes 672 ns.
 * One operation is 1000 frames end to end; {@code frameHops} counts the cables that they cross.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SwitchChainBenchmark {
  private static final int FRAMES = 1000;
  private static final long FRAME_NS = 672;

  /** The line, with addresses learned and every cable full. */
  @State(Scope.Thread)
  public static class Line {
    @Param({"1", "4", "16", "64"})
    int switches;

    private final Simulation simulation = new Simulation(1, 0);

    @Setup
    public void build() throws RefusedScenario {
      byte[] text = text(switches).getBytes(StandardCharsets.UTF_8);
      Scenario scenario = new ScenarioReader(Vdcsim.language()).read("line", text, List.of());
      scenario.builder().build(0, simulation);
      simulation.run(10_000_000);
    }

    private static String text(int switches) {
      StringBuilder links = new StringBuilder("  - h1 -- s1\n");
      for (int i = 1; i < switches; i++) {
        links.append("  - s").append(i).append(" -- s").append(i + 1).append('\n');
      }
      links.append("  - h2 -- s").append(switches).append('\n');
      return """
          name: line
          duration: 1000 s
          hosts: { "h[1..2]": {} }
          switches: { "s[1..%d]": {} }
          links:
          %sworkloads:
            hello: { type: frame-stream, from: h2, to: h1, every: 500 s, frame-size: 64 B }
            stream: { type: frame-stream, from: h1, to: h2, load: 100 %%, frame-size: 64 B }
          """
          .formatted(switches, links);
    }
  }

  /** What an operation does, beside the operations themselves. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Crossed {
    public long frameHops;

    @Setup(Level.Iteration)
    public void zero() {
      frameHops = 0;
    }
  }

  @Benchmark
  public long frames(Line line, Crossed crossed) {
    line.simulation.run(line.simulation.now() + FRAMES * FRAME_NS);
    crossed.frameHops += (long) FRAMES * (line.switches + 1);
    return line.simulation.events();
  }
}
