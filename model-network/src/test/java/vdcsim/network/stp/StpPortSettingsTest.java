package vdcsim.network.stp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.network.spanningtree.Guard;
import vdcsim.network.spanningtree.Protocol;
import vdcsim.network.spanningtree.SpanningTreePortSpec;
import vdcsim.network.spanningtree.SpanningTreeSpec;
import vdcsim.network.spanningtree.Trees;

/** What port fast and the guards do. */
class StpPortSettingsTest {
  private final Trees trees = new Trees();

  private static SpanningTreePortSpec port(int cost, int priority, boolean edge, Guard guard) {
    Optional<Integer> set = cost == 0 ? Optional.empty() : Optional.of(cost);
    return new SpanningTreePortSpec(set, priority, edge, true, Optional.empty(), guard);
  }

  private static SpanningTreeSpec spec(Map<String, SpanningTreePortSpec> ports) {
    return new SpanningTreeSpec(
        Protocol.STP,
        32_768,
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        true,
        Optional.empty(),
        6,
        true,
        ports);
  }

  private void bridges(int count) {
    for (int i = 1; i <= count; i++) {
      trees.bridge("s" + i, spec(Map.of()));
    }
  }

  @Test
  void portFastForwardsAtOnceAndChangesNoTopology() {
    trees.bridge("s1", spec(Map.of("p1", port(0, 128, true, Guard.NONE))));
    trees.link("s1.p1 -- h1");
    trees.runFor(0.1);
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    trees.theLink("s1.p1 -- h1").fail();
    trees.theLink("s1.p1 -- h1").repair();
    trees.runFor(60);
    assertThat(trees.metric("s1.topology-changes")).isZero();
  }

  @Test
  void portFastEndsWithTheFirstBpdu() {
    trees.bridge("s1", spec(Map.of()));
    trees.bridge("s2", spec(Map.of("p1", port(0, 128, true, Guard.NONE))));
    trees.link("s1.p1 -- s2.p1");
    trees.runFor(1);
    assertThat(trees.stands("s2.p1")).isEqualTo("root/listening");
    trees.runFor(30);
    assertThat(trees.stands("s2.p1")).isEqualTo("root/forwarding");
  }

  @Test
  void bpduGuardShutsAPortUntilItsCableIsPulled() {
    trees.bridge("s1", spec(Map.of("p1", port(0, 128, true, Guard.BPDU))));
    trees.bridge("s2", spec(Map.of()));
    trees.link("s1.p1 -- s2.p1");
    trees.runFor(60);
    assertThat(trees.stands("s1.p1")).isEqualTo("disabled/disabled");
    assertThat(trees.root("s2")).isEqualTo("s2");
    trees.theLink("s1.p1 -- s2.p1").fail();
    trees.theLink("s1.p1 -- s2.p1").repair();
    assertThat(trees.stands("s1.p1")).isEqualTo("designated/forwarding");
    trees.runFor(3);
    assertThat(trees.stands("s1.p1")).isEqualTo("disabled/disabled");
  }

  @Test
  void rootGuardKeepsAPortListeningWhileItHearsABetterRoot() {
    Map<String, SpanningTreePortSpec> ports = new LinkedHashMap<>();
    ports.put("p1", port(0, 128, false, Guard.ROOT));
    trees.bridge("s2", spec(ports));
    trees.bridge("s1", spec(Map.of()));
    trees.link("s2.p1 -- s1.p1");
    trees.runFor(100);
    assertThat(trees.root("s2")).isEqualTo("s2");
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/listening");
    trees.tree("s1").changePriority(61_440);
    trees.runFor(60);
    assertThat(trees.root("s1")).isEqualTo("s2");
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/forwarding");
  }
}
