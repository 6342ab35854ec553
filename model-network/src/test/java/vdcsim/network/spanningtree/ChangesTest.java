package vdcsim.network.spanningtree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vdcsim.kernel.spec.Refusal;

/** What can be changed on the time line. */
class ChangesTest {
  private final Trees trees = new Trees();

  private void twoLinks(Protocol protocol) {
    trees.bridge("s1", SpanningTreeSpec.of(protocol));
    trees.bridge("s2", SpanningTreeSpec.of(protocol));
    trees.plainBridge("s3");
    trees.link("s1.p1 -- s2.p1");
    trees.link("s1.p2 -- s2.p2");
    trees.runFor(60);
  }

  @Test
  void aSwitchGetsAnotherPriority() {
    twoLinks(Protocol.RSTP);
    SetPriority.plan(new SetPriority("s2", 4096), trees.world()).run();
    trees.runFor(0.001);
    assertThat(trees.root("s1")).isEqualTo("s2");
  }

  @Test
  void aPortGetsAnotherCost() {
    twoLinks(Protocol.RSTP);
    SetCost.plan(new SetCost("s2.p1", 2001), trees.world()).run();
    trees.runFor(0.001);
    assertThat(trees.stands("s2.p2")).isEqualTo("root/forwarding");
  }

  @Test
  void aPortGetsAnotherPriority() {
    twoLinks(Protocol.RSTP);
    SetPortPriority.plan(new SetPortPriority("s1.p2", 112), trees.world()).run();
    trees.runFor(0.001);
    assertThat(trees.stands("s2.p2")).isEqualTo("root/forwarding");
  }

  @Test
  void whatCannotBeIsRefused() {
    twoLinks(Protocol.STP);
    assertThatThrownBy(() -> SetPriority.plan(new SetPriority("s3", 0), trees.world()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("'s3' is not a switch with a spanning tree");
    assertThatThrownBy(() -> SetCost.plan(new SetCost("s1.p1", 0), trees.world()))
        .hasMessage("a path cost of STP lies from 1 to 65535, was 0");
    assertThatThrownBy(() -> SetCost.plan(new SetCost("s1", 5), trees.world()))
        .hasMessage("a port reads 's1.p2', was 's1'");
    assertThatThrownBy(() -> SetPortPriority.plan(new SetPortPriority("s1.p1", 3), trees.world()))
        .hasMessage("a port priority of STP lies from 0 to 252 in steps of 4, was 3");
    assertThatThrownBy(() -> SetCost.plan(new SetCost("s1.p2000", 5), trees.world()))
        .hasMessageContaining("has the ports p1 to p1023");
  }
}
