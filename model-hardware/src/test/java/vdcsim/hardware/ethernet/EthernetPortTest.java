package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EthernetPortTest {
  private static final long GIGABIT = 1_000_000_000L;

  private final Bench bench = new Bench();

  @Test
  void aQueueOfTwoFramesDropsTheFourth() {
    EthernetPort a = bench.port("a.eth0", PortSettings.ofQueue(2));
    EthernetPort b = bench.port("b.eth0");
    bench.link(a, b, GIGABIT, 0);
    for (int i = 0; i < 4; i++) {
      a.send(bench.frame(a, 64));
    }
    assertThat(a.queued()).isEqualTo(2);
    bench.simulation.run(GIGABIT);
    assertThat(bench.arrivals).hasSize(3);
    assertThat(bench.count("a.eth0.dropped-queue-full")).isEqualTo(1);
  }

  @Test
  void aQueueOf200BytesHoldsThreeFramesOf64() {
    EthernetPort a = bench.port("a.eth0", new PortSettings(1000, 200, 1500));
    EthernetPort b = bench.port("b.eth0");
    bench.link(a, b, GIGABIT, 0);
    for (int i = 0; i < 6; i++) {
      a.send(bench.frame(a, 64));
    }
    bench.simulation.run(GIGABIT);
    assertThat(bench.arrivals).hasSize(4);
    assertThat(bench.count("a.eth0.dropped-queue-full")).isEqualTo(2);
  }

  @Test
  void framesBeyondTheMtuAndOneTagAreDroppedOnTheWayOut() {
    EthernetPort a = bench.port("a.eth0", PortSettings.ofQueue(10));
    EthernetPort b = bench.port("b.eth0");
    bench.link(a, b, GIGABIT, 0);
    bench.sendAt(0, a, 1522);
    bench.sendAt(0, a, 1523);
    bench.simulation.run(GIGABIT);
    assertThat(bench.arrivals).hasSize(1);
    assertThat(bench.count("a.eth0.dropped-too-long")).isEqualTo(1);
  }

  @Test
  void aReceiverDiscardsWhatIsLongerThanItsOwnMtuAllows() {
    EthernetPort a = bench.port("a.eth0", new PortSettings(10, PortSettings.ANY_BYTES, 9000));
    EthernetPort b = bench.port("b.eth0");
    bench.link(a, b, GIGABIT, 0);
    bench.sendAt(0, a, 9022);
    bench.simulation.run(GIGABIT);
    assertThat(bench.arrivals).isEmpty();
    assertThat(bench.count("a.eth0.sent")).isEqualTo(1);
    assertThat(bench.count("b.eth0.received-too-long")).isEqualTo(1);
    assertThat(bench.count("b.eth0.received")).isZero();
  }

  @Test
  void settingsRefuseWhatCannotBe() {
    for (Runnable wrong :
        List.<Runnable>of(
            () -> PortSettings.ofQueue(0),
            () -> new PortSettings(1, 63, 1500),
            () -> new PortSettings(1, 64, 67))) {
      assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void utilisationCountsPreambleAndGap() {
    EthernetPort a = bench.port("a.eth0");
    EthernetPort b = bench.port("b.eth0");
    bench.link(a, b, GIGABIT, 0);
    for (int i = 0; i < 10; i++) {
      a.send(bench.frame(a, 105));
    }
    bench.simulation.run(20_000);
    // Ten times 125 bytes of 8 ns in 20 000 ns.
    assertThat(bench.figure("a.eth0.utilisation", "value")).isEqualTo(0.5);
  }
}
