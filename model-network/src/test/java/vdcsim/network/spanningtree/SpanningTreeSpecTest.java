package vdcsim.network.spanningtree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.spec.Refusal;

class SpanningTreeSpecTest {
  private static SpanningTreeSpec spec(
      Protocol protocol, int priority, double hello, double forwardDelay, double maxAge) {
    return new SpanningTreeSpec(
        protocol,
        priority,
        Duration.ofMillis((long) (hello * 1000)),
        Duration.ofMillis((long) (forwardDelay * 1000)),
        Duration.ofMillis((long) (maxAge * 1000)),
        true,
        Optional.empty(),
        6,
        true,
        Map.of());
  }

  private static SpanningTreeSpec port(Protocol protocol, Optional<Integer> cost, int priority) {
    SpanningTreePortSpec port =
        new SpanningTreePortSpec(cost, priority, false, true, Optional.empty(), Guard.NONE);
    return new SpanningTreeSpec(
        protocol,
        32_768,
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        true,
        Optional.empty(),
        6,
        true,
        Map.of("p1", port));
  }

  @Test
  void timesOutsideTheStandardAreRefused() {
    assertThatThrownBy(() -> spec(Protocol.STP, 0, 0.5, 15, 20))
        .isInstanceOf(Refusal.class)
        .hasMessage("hello-time lies from 1 s to 10 s, was 0.5 s");
    assertThatThrownBy(() -> spec(Protocol.STP, 0, 2, 3, 20))
        .hasMessage("forward-delay lies from 4 s to 30 s, was 3 s");
    assertThatThrownBy(() -> spec(Protocol.STP, 0, 2, 15, 41))
        .hasMessage("max-age lies from 6 s to 40 s, was 41 s");
    assertThatThrownBy(() -> spec(Protocol.RSTP, 0, 1.5, 15, 20))
        .hasMessage("hello-time of RSTP is whole seconds, was 1.5 s");
  }

  @Test
  void theThreeTimesMustFitTogether() {
    assertThat(spec(Protocol.STP, 0, 1, 4, 6).times()).isEqualTo(new Times(0, 1536, 256, 1024));
    String sentence =
        "max-age lies from 2 x (hello-time + 1 s) = 6 s to 2 x (forward-delay - 1 s) = 28 s, was";
    assertThatThrownBy(() -> spec(Protocol.STP, 0, 2, 15, 29)).hasMessage(sentence + " 29 s");
    assertThatThrownBy(() -> spec(Protocol.STP, 0, 3, 15, 7))
        .hasMessageContaining("2 x (hello-time + 1 s) = 8 s");
  }

  @Test
  void prioritiesOfRstpComeInSteps() {
    assertThat(spec(Protocol.STP, 1, 2, 15, 20).priority()).isEqualTo(1);
    assertThatThrownBy(() -> spec(Protocol.RSTP, 1, 2, 15, 20))
        .hasMessage("a bridge priority of RSTP lies from 0 to 61440 in steps of 4096, was 1");
    assertThatThrownBy(() -> spec(Protocol.STP, 65_536, 2, 15, 20))
        .hasMessage("a bridge priority of STP lies from 0 to 65535, was 65536");
    assertThatThrownBy(() -> port(Protocol.RSTP, Optional.empty(), 100))
        .hasMessage("a port priority of RSTP lies from 0 to 240 in steps of 16, was 100");
    assertThatThrownBy(() -> port(Protocol.STP, Optional.empty(), 101))
        .hasMessage("a port priority of STP lies from 0 to 252 in steps of 4, was 101");
  }

  @Test
  void costsFitTheirProtocol() {
    assertThatThrownBy(() -> port(Protocol.STP, Optional.of(0), 128))
        .hasMessage("a path cost of STP lies from 1 to 65535, was 0");
    assertThat(port(Protocol.RSTP, Optional.of(200_000_000), 128).port("p1").cost())
        .hasValue(200_000_000);
    assertThat(port(Protocol.RSTP, Optional.of(7), 128).port("p2").cost()).isEmpty();
  }
}
