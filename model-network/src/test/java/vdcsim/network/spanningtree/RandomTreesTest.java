package vdcsim.network.spanningtree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the network, bridges end in the tree that follows from their identifiers and costs; and
 * so they do when any one of its links fails.
 */
class RandomTreesTest {
  private static final int RUNS = 250;
  private static final int MOST_BRIDGES = 30;
  private static final int[] COSTS = {2, 4, 19, 100};

  /**
   * Longer than it takes: STP needs max age and twice the forward delay; with RSTP what a lost root
   * had said may go round in a loop, a second older each time, until it is as old as max age.
   */
  private static final double SETTLE_SECONDS = 60;

  private record Cable(String name, String from, String to) {}

  /** A network of bridges, random but for its seed, and its cables. */
  private static final class Network {
    private final Trees trees = new Trees();
    private final List<Cable> cables = new ArrayList<>();
    private final SplittableRandom random;
    private final Map<String, Map<String, SpanningTreePortSpec>> ports = new LinkedHashMap<>();

    Network(Protocol protocol, long seed) {
      random = new SplittableRandom(seed);
      int bridges = random.nextInt(2, MOST_BRIDGES + 1);
      for (int i = 1; i <= bridges; i++) {
        ports.put("s" + i, new LinkedHashMap<>());
      }
      for (int i = 2; i <= bridges; i++) {
        cable("s" + i, "s" + random.nextInt(1, i), protocol);
      }
      for (int more = random.nextInt(0, bridges + 1); more > 0; more--) {
        cable(anyBridge(bridges), anyBridge(bridges), protocol);
      }
      ports.forEach((name, specs) -> trees.bridge(name, spec(protocol, specs)));
      cables.forEach(cable -> trees.link(cable.name(), cable.from(), cable.to(), 10_000_000_000L));
    }

    private String anyBridge(int bridges) {
      return "s" + random.nextInt(1, bridges + 1);
    }

    /** Two cables between the same bridges, and one back to the same bridge, are possible. */
    private void cable(String from, String to, Protocol protocol) {
      String name = "L" + (cables.size() + 1);
      cables.add(new Cable(name, port(from, protocol), port(to, protocol)));
    }

    private String port(String bridge, Protocol protocol) {
      Map<String, SpanningTreePortSpec> specs = ports.get(bridge);
      String label = "p" + (specs.size() + 1);
      int cost = COSTS[random.nextInt(COSTS.length)];
      int step = protocol == Protocol.STP ? 4 : 16;
      int priority = random.nextInt(3) == 0 ? step * random.nextInt(256 / step) : 128;
      specs.put(
          label,
          new SpanningTreePortSpec(
              Optional.of(cost), priority, false, true, Optional.empty(), Guard.NONE));
      return bridge + "." + label;
    }

    /** Max age is 40 s, so that the ages of RSTP, a second a hop, reach through all bridges. */
    private SpanningTreeSpec spec(Protocol protocol, Map<String, SpanningTreePortSpec> specs) {
      boolean rapid = protocol == Protocol.RSTP;
      return new SpanningTreeSpec(
          protocol,
          random.nextInt(4) == 0 ? 4096 * random.nextInt(16) : 32_768,
          Duration.ofSeconds(2),
          Duration.ofSeconds(rapid ? 21 : 15),
          Duration.ofSeconds(rapid ? 40 : 20),
          true,
          Optional.empty(),
          6,
          true,
          specs);
    }

    /** Compares every bridge and port with the tree that is computed. */
    void check(String as) {
      ExpectedTree expected = new ExpectedTree();
      for (String bridge : trees.bridges()) {
        expected.bridge(bridge, trees.tree(bridge).bridgeId());
      }
      for (Cable cable : cables) {
        if (trees.theLink(cable.name()).isUp()) {
          expected.cable(cable.name(), end(cable.from()), end(cable.to()));
        }
      }
      expected.compute();
      for (String bridge : trees.bridges()) {
        assertThat(trees.root(bridge)).as(as + ", " + bridge).isEqualTo(expected.root(bridge));
        assertThat(trees.tree(bridge).rootPathCost())
            .as(as + ", " + bridge)
            .isEqualTo(expected.rootPathCost(bridge));
      }
      expected.roles().forEach((port, role) -> check(as, port, role));
      assertThat(forwardingCables()).as(as).isEqualTo(expected.tree());
    }

    private ExpectedTree.End end(String port) {
      String bridge = port.substring(0, port.indexOf('.'));
      SpanningTreePortSpec spec = ports.get(bridge).get(port.substring(port.indexOf('.') + 1));
      PortId id = PortId.of(spec.priority(), Integer.parseInt(port.replaceAll(".*p", "")));
      return new ExpectedTree.End(bridge, port, id, spec.cost().orElseThrow());
    }

    private void check(String as, String port, PortRole role) {
      PortStatus status = trees.status(port);
      assertThat(status.role()).as(as + ", " + port).isEqualTo(role);
      boolean forwards = role == PortRole.ROOT || role == PortRole.DESIGNATED;
      assertThat(status.state().forwards()).as(as + ", " + port).isEqualTo(forwards);
      assertThat(trees.port(port).isForwarding()).as(as + ", " + port).isEqualTo(forwards);
    }

    private List<String> forwardingCables() {
      return cables.stream()
          .filter(cable -> trees.theLink(cable.name()).isUp())
          .filter(cable -> trees.port(cable.from()).isForwarding())
          .filter(cable -> trees.port(cable.to()).isForwarding())
          .map(Cable::name)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STP", "RSTP"})
  void bridgesEndInTheTreeOfTheirIdentifiersAndCosts(Protocol protocol) {
    for (int seed = 1; seed <= RUNS; seed++) {
      Network network = new Network(protocol, seed);
      network.trees.runFor(SETTLE_SECONDS);
      network.check(protocol + ", seed " + seed);
      Cable cut = network.cables.get(network.random.nextInt(network.cables.size()));
      network.trees.theLink(cut.name()).fail();
      network.trees.runFor(SETTLE_SECONDS);
      network.check(protocol + ", seed " + seed + ", without " + cut);
    }
  }
}
