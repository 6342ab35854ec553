package vdcsim.network.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.network.tcp.TcpPair.Notes;
import vdcsim.network.tcp.congestion.Algorithm;

/** Whatever the wire does, every message arrives once, whole and in order. */
class TcpDeliveryTest {
  private static final long MS = 1_000_000L;

  /** A message that can be told from all others. */
  private record Numbered(int number, long length) implements TcpMessage {
    @Override
    public void encode(long offset, int count, java.nio.ByteBuffer buffer) {
      buffer.put(new byte[count]);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void allMessagesArriveOnceInOrderOverABadWire(long seed) {
    RandomStream random = new RandomStreams(seed, 0).stream("wire");
    double loss = 0.2 * random.nextDouble();
    double duplicates = 0.1 * random.nextDouble();
    long jitterNs = random.nextInt(2) == 0 ? 1 : 30 * MS;
    TcpPair pair = new TcpPair(5 * MS);
    pair.wire(
        (fromA, segment) -> {
          double drawn = random.nextDouble();
          long delay = 5 * MS + (long) (random.nextDouble() * jitterNs);
          if (drawn < loss) {
            return new long[0];
          }
          long later = delay + (long) (random.nextDouble() * jitterNs * 2);
          return drawn < loss + duplicates ? new long[] {delay, later} : new long[] {delay};
        });
    TcpSettings settings =
        TcpSettings.DEFAULT
            .congestion(seed % 2 == 0 ? Algorithm.RENO : Algorithm.CUBIC)
            .offering(seed % 3 != 0, seed % 5 != 0, seed % 7 != 0)
            .noDelay(random.nextInt(2) == 0)
            .buffers(seed % 4 == 0 ? OptionalLong.of(20_000) : OptionalLong.empty(), 1 << 20);
    Notes client = new Notes();
    Notes server = new Notes();
    pair.tcp("b").listen(80, settings, connection -> server);
    TcpConnection connection = pair.tcp("a").connect(TcpPair.B, 80, settings, client);
    List<TcpMessage> sent = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < 300; i++) {
      TcpMessage message = new Numbered(i, 1 + random.nextInt(i % 10 == 0 ? 20_000 : 900));
      bytes += message.length();
      sent.add(message);
      connection.send(message);
      pair.run(random.nextInt(5) == 0 ? 0.01 : 0);
    }
    connection.close();
    pair.run(3000);
    assertThat(server.heard).containsExactly("established", "peer closed", "ended CLOSED");
    assertThat(client.heard).containsExactly("established", "ended CLOSED");
    assertThat(server.bytes).isEqualTo(bytes);
    assertThat(server.messages.equals(sent)).as("all messages, in order").isTrue();
  }
}
