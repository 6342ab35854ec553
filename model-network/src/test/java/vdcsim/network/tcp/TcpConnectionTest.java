package vdcsim.network.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vdcsim.network.tcp.TcpPair.Notes;

class TcpConnectionTest {
  private static final long MS = 1_000_000L;

  private final TcpPair pair = new TcpPair(10 * MS);
  private final Notes client = new Notes();
  private final Notes server = new Notes();

  private TcpConnection connect() {
    pair.tcp("b").listen(80, connection -> server);
    return pair.tcp("a").connect(TcpPair.B, 80, client);
  }

  @Test
  void aHandshakeTakesARoundTripAndBothSidesHearOfIt() {
    TcpConnection connection = connect();
    pair.run(0.039);
    assertThat(client.heard).isEmpty();
    // 20 ms for the address resolution, 20 ms for SYN and SYN-ACK.
    pair.run(0.0015);
    assertThat(client.heard).containsExactly("established");
    pair.run(0.010);
    assertThat(server.heard).containsExactly("established");
    assertThat(connection.state()).isEqualTo(TcpState.ESTABLISHED);
    assertThat(connection.smoothedRoundTripNs()).isBetween(20 * MS, 41 * MS);
    assertThat(connection.segmentSize()).isEqualTo(1448);
  }

  @Test
  void aMessageArrivesAsTheSameObject() {
    TcpConnection connection = connect();
    pair.run(0.1);
    TcpMessage hello = new TcpMessage.Bytes(new byte[] {1, 2, 3});
    TcpMessage much = new TcpMessage.Filler(1_000_000);
    connection.send(hello);
    connection.send(much);
    connection.send(hello);
    pair.run(2);
    assertThat(server.messages).containsExactly(hello, much, hello);
    assertThat(server.bytes).isEqualTo(1_000_006);
    assertThat(connection.unacknowledgedBytes()).isZero();
  }

  @Test
  void whoClosesFirstLingersForAMinute() {
    TcpConnection connection = connect();
    pair.run(0.1);
    connection.send(new TcpMessage.Filler(5000));
    connection.close();
    pair.run(0.2);
    assertThat(server.bytes).isEqualTo(5000);
    assertThat(server.heard).containsExactly("established", "peer closed", "ended CLOSED");
    assertThat(client.heard).containsExactly("established", "ended CLOSED");
    assertThat(connection.state()).isEqualTo(TcpState.TIME_WAIT);
    pair.run(59);
    assertThat(connection.state()).isEqualTo(TcpState.TIME_WAIT);
    pair.run(2);
    assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
  }

  @Test
  void aHalfClosedConnectionStillCarriesDataTheOtherWay() {
    server.closesBack = false;
    TcpConnection[] serving = new TcpConnection[1];
    pair.tcp("b").listen(80, c -> (serving[0] = c) == null ? server : server);
    TcpConnection connection = pair.tcp("a").connect(TcpPair.B, 80, client);
    pair.run(0.1);
    connection.close();
    pair.run(0.1);
    assertThat(connection.state()).isEqualTo(TcpState.FIN_WAIT_2);
    assertThat(serving[0].state()).isEqualTo(TcpState.CLOSE_WAIT);
    serving[0].send(new TcpMessage.Filler(70_000));
    pair.run(0.3);
    assertThat(client.bytes).isEqualTo(70_000);
    serving[0].close();
    pair.run(0.1);
    assertThat(connection.state()).isEqualTo(TcpState.TIME_WAIT);
    assertThat(serving[0].state()).isEqualTo(TcpState.CLOSED);
  }

  @Test
  void aPortThatNobodyUsesRefuses() {
    pair.tcp("b");
    pair.tcp("a").connect(TcpPair.B, 81, client);
    pair.run(0.1);
    assertThat(client.heard).containsExactly("ended REFUSED");
  }

  @Test
  void aHostWithoutTcpIsUnreachable() {
    pair.tcp("a").connect(TcpPair.B, 81, client);
    pair.run(0.1);
    assertThat(client.heard).containsExactly("ended UNREACHABLE");
  }

  @Test
  void bothMayOpenAtOnce() {
    TcpSettings fromA = TcpSettings.DEFAULT.from(Optional.empty(), OptionalInt.of(1000));
    TcpSettings fromB = TcpSettings.DEFAULT.from(Optional.empty(), OptionalInt.of(2000));
    TcpConnection one = pair.tcp("a").connect(TcpPair.B, 2000, fromA, client);
    TcpConnection other = pair.tcp("b").connect(TcpPair.A, 1000, fromB, server);
    pair.run(0.2);
    assertThat(client.heard).containsExactly("established");
    assertThat(server.heard).containsExactly("established");
    one.send(new TcpMessage.Filler(3000));
    other.send(new TcpMessage.Filler(4000));
    pair.run(0.2);
    assertThat(server.bytes).isEqualTo(3000);
    assertThat(client.bytes).isEqualTo(4000);
  }

  @Test
  void bothMayCloseAtOnce() {
    TcpConnection[] serving = new TcpConnection[1];
    pair.tcp("b").listen(80, c -> (serving[0] = c) == null ? server : server);
    TcpConnection connection = pair.tcp("a").connect(TcpPair.B, 80, client);
    pair.run(0.1);
    connection.close();
    serving[0].close();
    pair.run(0.015);
    assertThat(connection.state()).isEqualTo(TcpState.CLOSING);
    pair.run(0.1);
    assertThat(connection.state()).isEqualTo(TcpState.TIME_WAIT);
    assertThat(serving[0].state()).isEqualTo(TcpState.TIME_WAIT);
  }

  @Test
  void abortResetsTheOtherSide() {
    TcpConnection connection = connect();
    pair.run(0.1);
    connection.abort();
    pair.run(0.1);
    assertThat(client.heard).containsExactly("established", "ended ABORTED");
    assertThat(server.heard).containsExactly("established", "ended RESET");
  }

  @Test
  void aSynThatNobodyAnswersIsSentElevenTimes() {
    pair.run(0.1);
    pair.wire((fromA, segment) -> new long[0]);
    pair.tcp("a").connect(TcpPair.B, 80, client);
    // At 0, 1, 2, 3, 4, 5, 7, 11, 19, 35 and 67 s; given up 64 s later (Linux 6.5 and later).
    pair.run(130.9);
    assertThat(client.heard).isEmpty();
    assertThat(pair.segments()).hasSize(11);
    pair.run(1);
    assertThat(client.heard).containsExactly("ended TIMED_OUT");
  }

  @Test
  void dataThatNobodyAcknowledgesEndTheConnectionAfterTheUsersTimeout() {
    TcpSettings settings =
        TcpSettings.DEFAULT.timeouts(
            Optional.of(java.time.Duration.ofSeconds(20)), Optional.empty());
    pair.tcp("b").listen(80, connection -> server);
    TcpConnection connection = pair.tcp("a").connect(TcpPair.B, 80, settings, client);
    pair.run(0.1);
    pair.wire((fromA, segment) -> new long[0]);
    connection.send(new TcpMessage.Filler(10));
    pair.run(20);
    assertThat(client.heard).containsExactly("established");
    pair.run(30);
    assertThat(client.heard).containsExactly("established", "ended TIMED_OUT");
  }

  @Test
  void whoDoesNotReadClosesTheWindowAndTheWindowIsProbed() {
    TcpConnection[] serving = new TcpConnection[1];
    pair.tcp("b").listen(80, c -> (serving[0] = c) == null ? server : server);
    TcpConnection connection = pair.tcp("a").connect(TcpPair.B, 80, client);
    pair.run(0.1);
    serving[0].pauseReading();
    connection.send(new TcpMessage.Filler(1_000_000));
    pair.run(30);
    assertThat(server.bytes).isZero();
    assertThat(connection.unacknowledgedBytes())
        .isBetween(1_000_000L - 66_000, 1_000_000L - 60_000);
    // The update of the window gets lost: a probe finds that it has opened.
    pair.wire((fromA, segment) -> fromA ? new long[] {10 * MS} : new long[0]);
    serving[0].resumeReading();
    pair.run(0.1);
    pair.wire((fromA, segment) -> new long[] {10 * MS});
    pair.run(60);
    assertThat(server.bytes).isEqualTo(1_000_000);
  }
}
