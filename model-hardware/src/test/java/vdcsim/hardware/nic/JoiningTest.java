package vdcsim.hardware.nic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.JoinedFrames;
import vdcsim.hardware.pci.PcieLink;
import vdcsim.hardware.pci.PcieSpec;
import vdcsim.kernel.Simulation;

class JoiningTest {
  private static final int DATA = 1448;

  private final Simulation simulation = new Simulation(1, 0);
  private final List<Integer> counts = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final PcieLink link = new PcieLink(simulation, PcieSpec.of(3, 8));
  private final ReceiveQueue queue =
      new ReceiveQueue(
          simulation,
          "h.eth0.rx0",
          64,
          0,
          link,
          DriverSpec.DEFAULT,
          ModerationSpec.fixed(1000),
          /* joining= */ true,
          this::take);

  private void take(Frame frame) {
    counts.add(JoinedFrames.count(frame));
    if (frame.payload() instanceof JoinedFrames joined) {
      frames.addAll(joined.frames());
    } else {
      frames.add(frame);
    }
  }

  /** One that comes first interrupts at once; what follows has a millisecond until the next. */
  private void first() {
    queue.arrive(Piece.frame(9, 0, DATA));
    simulation.run(10_000);
    counts.clear();
    frames.clear();
  }

  private void arrive(int connection, int from, int frames) {
    for (int i = 0; i < frames; i++) {
      queue.arrive(Piece.frame(connection, (from + i) * DATA, DATA));
    }
  }

  @Test
  void segmentsThatComeBetweenTwoInterruptsAreOne() {
    first();
    arrive(1, 0, 10);
    simulation.run(990_000);
    assertThat(counts).isEmpty();
    simulation.run(2_000_000);
    assertThat(counts).containsExactly(10);
    assertThat(queue.free()).isEqualTo(64);
  }

  @Test
  void theFirstFrameAfterAWhileWaitsForNobody() {
    queue.arrive(Piece.frame(1, 0, DATA));
    simulation.run(2_000);
    assertThat(counts).containsExactly(1);
  }

  @Test
  void anEndOrAGapEndsIt() {
    first();
    arrive(1, 0, 3);
    queue.arrive(Piece.frame(1, 3 * DATA, 100, true));
    arrive(1, 10, 2);
    arrive(1, 20, 1);
    simulation.run(3_000_000);
    assertThat(counts).containsExactly(4, 2, 1);
  }

  @Test
  void connectionsAreJoinedApartAndKeepTheirOrder() {
    first();
    for (int i = 0; i < 5; i++) {
      arrive(1, i, 1);
      arrive(2, i, 1);
    }
    simulation.run(3_000_000);
    assertThat(counts).containsExactly(5, 5);
  }

  @Test
  void sixteenBuffersOf2KibAreTheMost() {
    first();
    arrive(1, 0, 30);
    simulation.run(3_000_000);
    // 66 bytes and 22 times 1448 are 31 922; one more would be beyond 32 768.
    assertThat(counts).containsExactly(22, 8);
  }

  @Test
  void headersAndDescriptorsGoToMemoryOnce() {
    first();
    long before = link.upBytes();
    arrive(1, 0, 4);
    simulation.run(3_000_000);
    // 1514 B in 6 packets of 256, three times 1448 in 6, 3 descriptors in 1.
    long data = 1514 + 6 * 24 + 3 * (1448 + 6 * 24) + 3 * 16 + 24;
    assertThat(link.upBytes() - before).isEqualTo(data);
  }

  @Test
  void aFullRingDropsAndTheRestIsWhole() {
    first();
    arrive(1, 0, 200);
    simulation.run(3_000_000);
    // 64 buffers: twice 16 for 22 frames, and again; 22 frames take 31 922 bytes.
    assertThat(frames).hasSize(4 * 22);
    assertThat(queue.free()).isEqualTo(64);
  }
}
