package vdcsim.hardware.nic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.Measurement;

class TransmitRingTest {
  private static final int DATA = 1448;
  private static final int HEADERS = 14 + Piece.HEADERS;

  private final Simulation simulation = new Simulation(1, 0);

  private TransmitRing ring(int capacity, boolean cuts) {
    return new TransmitRing("h.eth0", capacity, cuts, simulation.metrics());
  }

  private double counted(String name) {
    return simulation.metrics().read().stream()
        .filter(measured -> measured.metric().equals("h.eth0." + name))
        .mapToDouble(measured -> ((Measurement.Scalar) measured).value())
        .findFirst()
        .orElseThrow();
  }

  private static void offer(TransmitRing ring, int frames, long nowNs) {
    for (int i = 0; i < frames; i++) {
      ring.offer(Piece.frame(1, i * DATA, DATA), nowNs);
    }
  }

  private static void fetchAll(TransmitRing ring) {
    while (ring.isReady()) {
      ring.take();
      ring.fetched();
    }
  }

  @Test
  void aLongSegmentHasItsHeadersOnceAndADescriptorFor16KibOfIt() {
    TransmitRing ring = ring(512, true);
    offer(ring, 40, 5);
    fetchAll(ring);
    // 57 920 bytes of data and 66 of headers: four times 16 KiB, and one that says how to cut.
    assertThat(counted("tx-descriptors")).isEqualTo(5);
    assertThat(counted("long-segments")).isEqualTo(1);
    assertThat(counted("tx-fetched-bytes")).isEqualTo(HEADERS + 40 * DATA + 5 * 16);
  }

  @Test
  void withoutCuttingEachFrameHasHeadersAndADescriptor() {
    TransmitRing ring = ring(512, false);
    offer(ring, 40, 5);
    fetchAll(ring);
    assertThat(counted("tx-descriptors")).isEqualTo(40);
    assertThat(counted("long-segments")).isZero();
    assertThat(counted("tx-fetched-bytes")).isEqualTo(40 * (HEADERS + DATA + 16));
  }

  @Test
  void aSegmentEndsAt64Kib() {
    TransmitRing ring = ring(512, true);
    offer(ring, 46, 5);
    // 66 bytes and 45 times 1448 are 65 226; one more would be beyond 65 536.
    assertThat(counted("long-segments")).isEqualTo(1);
    assertThat(counted("tx-descriptors")).isEqualTo(5 + 1);
  }

  @Test
  void whatComesLaterOrOutOfOrderOrBehindAnEndIsASegmentOfItsOwn() {
    TransmitRing ring = ring(512, true);
    ring.offer(Piece.frame(1, 0, DATA), 5);
    ring.offer(Piece.frame(1, DATA, DATA), 6);
    ring.offer(Piece.frame(1, 3 * DATA, DATA), 6);
    ring.offer(Piece.frame(2, 4 * DATA, DATA), 6);
    ring.offer(Piece.frame(2, 5 * DATA, 100, true), 6);
    ring.offer(Piece.frame(2, 5 * DATA + 100, 100), 6);
    assertThat(counted("long-segments")).isEqualTo(1);
    assertThat(counted("tx-descriptors")).isEqualTo(3 + 2 + 1);
  }

  @Test
  void aLongerOneBehindAShorterOneCannotBeCutSo() {
    TransmitRing ring = ring(512, true);
    ring.offer(Piece.frame(1, 0, 1000), 5);
    ring.offer(Piece.frame(1, 1000, DATA), 5);
    assertThat(counted("long-segments")).isZero();
  }

  @Test
  void aFullRingTakesNoMoreUntilDescriptorsAreFree() {
    TransmitRing ring = ring(8, false);
    offer(ring, 8, 5);
    Frame more = Piece.frame(3, 0, DATA);
    assertThat(ring.offer(more, 6)).isFalse();
    ring.take();
    assertThat(ring.offer(more, 7)).isFalse();
    ring.fetched();
    assertThat(ring.offer(more, 8)).isTrue();
  }

  @Test
  void framesComeOutInOrderWhateverTheRingGrewBy() {
    TransmitRing ring = ring(4096, true);
    int taken = 0;
    int offered = 0;
    for (int round = 1; round < 40; round++) {
      for (int i = 0; i < round; i++) {
        assertThat(ring.offer(Piece.frame(1, DATA * offered++, DATA), round)).isTrue();
      }
      for (int i = 0; i < round / 2; i++) {
        assertThat(((Piece) ring.take().payload()).from()).isEqualTo(DATA * taken++);
        ring.fetched();
      }
    }
    while (ring.isReady()) {
      assertThat(((Piece) ring.take().payload()).from()).isEqualTo(DATA * taken++);
    }
    assertThat(taken).isEqualTo(offered);
  }
}
