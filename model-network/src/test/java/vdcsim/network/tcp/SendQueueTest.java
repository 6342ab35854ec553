package vdcsim.network.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The bytes of any range are those that were written there, however the queue is used. */
class SendQueueTest {
  private static final int FIRST = 1;
  private static final int MOST = 20_000;

  @RepeatedTest(20)
  void aRangeHasTheBytesThatWereWritten(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    byte[] written = new byte[MOST];
    SendQueue queue = new SendQueue(FIRST);
    int end = FIRST;
    int begin = FIRST;
    while (end + 50 < MOST) {
      if (random.nextInt(3) > 0 || begin == end) {
        byte[] message = new byte[1 + random.nextInt(40)];
        random.nextBytes(message);
        System.arraycopy(message, 0, written, end, message.length);
        queue.add(new TcpMessage.Bytes(message));
        end += message.length;
      } else {
        begin += random.nextInt(end - begin + 1);
        queue.release(begin);
      }
      assertThat(queue.end()).isEqualTo(end);
      if (begin < end) {
        int from = begin + random.nextInt(end - begin);
        int length = 1 + random.nextInt(end - from);
        assertThat(bytes(queue.pieces(from, length), length))
            .isEqualTo(Arrays.copyOfRange(written, from, from + length));
      }
    }
  }

  private static byte[] bytes(Piece[] pieces, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    for (Piece piece : pieces) {
      piece.encode(buffer);
    }
    return buffer.array();
  }
}
