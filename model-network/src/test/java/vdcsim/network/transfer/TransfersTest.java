package vdcsim.network.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.flow.FluidSpec;
import vdcsim.network.flow.StartUp;
import vdcsim.network.tcp.congestion.Algorithm;

class TransfersTest {
  private static final FluidSpec INSTANT = new FluidSpec(StartUp.INSTANT, Optional.empty(), 0);
  private static final long SEGMENT = 1448;

  private final Lan lan = new Lan();

  private record Constant(double mean) implements Distribution {
    @Override
    public Sampler sampler(RandomStream random) {
      return () -> mean;
    }
  }

  private TransferSpec spec(
      Level level,
      double bytes,
      int count,
      Optional<Distribution> arrivals,
      Optional<DataRate> cap) {
    return new TransferSpec(
        "h1",
        "h2",
        new Constant(bytes),
        count,
        Duration.ZERO,
        arrivals,
        1,
        cap,
        level,
        Algorithm.CUBIC,
        Optional.of(INSTANT),
        Optional.empty());
  }

  private void run(TransferSpec spec, double seconds) {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    lan.connect(Transfers.make("copy", spec, lan.world()));
    lan.runUntil(seconds);
    assertThat(lan.simulation().conservation().violations()).isEmpty();
  }

  /**
   * 1000 segments of 12 304 ns, after 2528 ns of ARP and an echo; TCP's SYN takes a little longer.
   */
  @Test
  void bothLevelsAgreeOnOneTransferAlone() {
    run(spec(Level.FLOWS, 1000 * SEGMENT, 1, Optional.empty(), Optional.empty()), 1);
    double flows = lan.metric("copy.completion-time", "mean");
    TransfersTest packets = new TransfersTest();
    packets.run(spec(Level.PACKETS, 1000 * SEGMENT, 1, Optional.empty(), Optional.empty()), 1);
    assertThat(flows).isEqualTo(2528 + 12_304_000 - 96);
    assertThat(packets.lan.metric("copy.completion-time", "mean")).isCloseTo(flows, within(2e4));
    assertThat(packets.lan.metric("copy.delivered-bytes")).isEqualTo(1000 * SEGMENT);
  }

  @Test
  void transfersBeginAtTheirTimesAndAreCounted() {
    // One each 100 ms, each of 61.5 ms.
    Optional<Distribution> every = Optional.of(new Constant(100e6));
    run(spec(Level.FLOWS, 5000 * SEGMENT, 5, every, Optional.empty()), 1);
    assertThat(lan.metric("copy.begun")).isEqualTo(5);
    assertThat(lan.metric("copy.completed")).isEqualTo(5);
    assertThat(lan.metric("copy.active", "max")).isEqualTo(1);
    assertThat(lan.metric("copy.delivered-bytes")).isEqualTo(25_000 * SEGMENT);
    assertThat(lan.metric("copy.throughput")).isEqualTo(25_000 * SEGMENT * 8);
    assertThat(lan.metric("copy.last-completion")).isCloseTo(461.5e6, within(0.1e6));
  }

  @Test
  void aCapHoldsAtBothLevels() {
    Optional<DataRate> cap = Optional.of(DataRate.ofMegabits(80));
    run(spec(Level.FLOWS, 10e6, 1, Optional.empty(), cap), 5);
    assertThat(lan.metric("copy.completion-time", "mean")).isCloseTo(1e9, within(1e6));
    TransfersTest packets = new TransfersTest();
    packets.run(spec(Level.PACKETS, 10e6, 1, Optional.empty(), cap), 5);
    assertThat(packets.lan.metric("copy.completion-time", "mean")).isCloseTo(1e9, within(5e6));
  }

  @Test
  void whatWasDeliveredInTheWarmUpDoesNotCount() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    TransferSpec spec = spec(Level.FLOWS, 1e9, 1, Optional.empty(), Optional.empty());
    lan.connect(Transfers.make("copy", spec, lan.world()));
    lan.runUntil(1);
    lan.simulation().metrics().restart();
    lan.runUntil(3);
    double goodput = 1e9 * SEGMENT / 1538;
    assertThat(lan.metric("copy.throughput")).isCloseTo(goodput, within(20.0));
    assertThat(lan.metric("copy.delivered-bytes")).isCloseTo(2 * goodput / 8, within(5.0));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(
            () ->
                new TransferSpec(
                    "h1",
                    "h2",
                    new Constant(1),
                    1,
                    Duration.ZERO,
                    Optional.empty(),
                    2,
                    Optional.empty(),
                    Level.PACKETS,
                    Algorithm.CUBIC,
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("have no weights");
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    assertThatThrownBy(() -> Among.hosts(List.of("x*"), lan.world()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no host 'x*'");
    assertThat(Among.hosts(List.of("h*"), lan.world())).containsExactly("h1", "h2");
  }
}
