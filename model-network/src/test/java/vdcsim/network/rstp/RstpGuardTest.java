package vdcsim.network.rstp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.network.spanningtree.Guard;
import vdcsim.network.spanningtree.Protocol;
import vdcsim.network.spanningtree.SpanningTreePortSpec;
import vdcsim.network.spanningtree.SpanningTreeSpec;
import vdcsim.network.spanningtree.Trees;

/** What the guards do. */
class RstpGuardTest {
  private final Trees trees = new Trees();

  private static SpanningTreePortSpec port(boolean edge, boolean autoEdge, Guard guard) {
    return new SpanningTreePortSpec(Optional.empty(), 128, edge, autoEdge, Optional.empty(), guard);
  }

  private static SpanningTreeSpec spec(
      int priority, boolean dispute, Map<String, SpanningTreePortSpec> ports) {
    return new SpanningTreeSpec(
        Protocol.RSTP,
        priority,
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        true,
        Optional.empty(),
        6,
        dispute,
        ports);
  }

  @Test
  void rootGuardMakesTheBetterWayAnAlternate() {
    trees.bridge("s2", spec(32_768, true, Map.of("p1", port(false, true, Guard.ROOT))));
    trees.bridge("s1", SpanningTreeSpec.of(Protocol.RSTP));
    trees.link("s2.p1 -- s1.p1");
    trees.runFor(60);
    assertThat(trees.root("s2")).isEqualTo("s2");
    assertThat(trees.stands("s2.p1")).isEqualTo("alternate/discarding");
  }

  @Test
  void bpduGuardShutsAPortUntilItsCableIsPulled() {
    trees.bridge("s2", spec(32_768, true, Map.of("p1", port(true, true, Guard.BPDU))));
    trees.bridge("s1", SpanningTreeSpec.of(Protocol.RSTP));
    trees.link("s2.p1 -- s1.p1");
    trees.runFor(1);
    assertThat(trees.stands("s2.p1")).isEqualTo("disabled/discarding");
    trees.theLink("s2.p1 -- s1.p1").fail();
    trees.theLink("s2.p1 -- s1.p1").repair();
    assertThat(trees.stands("s2.p1")).isEqualTo("designated/forwarding");
  }
}
