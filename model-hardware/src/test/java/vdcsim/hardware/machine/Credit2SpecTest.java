package vdcsim.hardware.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.hardware.cpu.Topology;
import vdcsim.hardware.cpu.credit2.RunQueues;
import vdcsim.kernel.spec.Refusal;

class Credit2SpecTest {
  /** Two sockets of two cores, each core a memory node and of two threads. */
  @ParameterizedTest
  @CsvSource({
    "CPU, 0 1 2 3 4 5 6 7",
    "CORE, 0 1 2 3 0 1 2 3",
    "SOCKET, 0 0 1 1 0 0 1 1",
    "NODE, 0 1 2 3 0 1 2 3",
    "ALL, 0 0 0 0 0 0 0 0"
  })
  void processorsShareAQueueByWhereTheyAre(RunQueues queues, String groups) {
    Topology topology = new Topology(4, List.of(1.0, 1.2), 4, 1);
    Credit2Spec spec = new Credit2Spec(queues, Duration.ofMillis(1));
    assertThat(IntStream.range(0, 8).mapToObj(cpu -> "" + spec.group(cpu, topology, 2)))
        .containsExactly(groups.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"99999", "500000001"})
  void aRateLimitOutOfRangeIsRefused(long ns) {
    assertThatThrownBy(() -> new Credit2Spec(RunQueues.ALL, Duration.ofNanos(ns)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("rate-limit lies between 100 us and 500 ms, or is 0 s");
  }

  @Test
  void noRateLimitIsAllowed() {
    assertThat(new Credit2Spec(RunQueues.ALL, Duration.ZERO).rateLimit()).isZero();
  }
}
