package vdcsim.network.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Address;

class TcpSegmentTest {
  private static final Ipv4Address A = Ipv4Address.parse("10.0.0.1");
  private static final Ipv4Address B = Ipv4Address.parse("10.0.0.2");

  private static byte[] bytes(TcpSegment segment) {
    ByteBuffer buffer = ByteBuffer.allocate(segment.length());
    segment.encode(buffer, A, B);
    assertThat(buffer.remaining()).isZero();
    return buffer.array();
  }

  private static TcpSegment again(TcpSegment segment) {
    return TcpSegment.decode(ByteBuffer.wrap(bytes(segment)), segment.length(), A, B);
  }

  @Test
  void aSynOfLinuxHasFortyBytes() {
    TcpOptions options = TcpOptions.ofSyn(1460, 10, true).withTimestamps(0x01020304, 0);
    TcpSegment.Head head = new TcpSegment.Head(0x11223344, 0, TcpSegment.SYN, 65_535);
    TcpSegment syn = new TcpSegment(40_000, 80, head, options);
    assertThat(syn.length()).isEqualTo(40);
    assertThat(HexFormat.of().formatHex(bytes(syn)))
        .startsWith("9c400050" + "11223344" + "00000000" + "a002ffff")
        .endsWith("020405b4" + "0402" + "080a0102030400000000" + "0103030a");
    assertThat(InternetChecksum.of(ByteBuffer.wrap(bytes(syn)), 0, 40, A, B, 6)).isZero();
    TcpSegment read = again(syn);
    assertThat(read.options().maximumSegmentSize()).isEqualTo(1460);
    assertThat(read.options().windowScale()).isEqualTo(10);
    assertThat(read.options().sackPermitted()).isTrue();
    assertThat(read.options().timestamp()).isEqualTo(0x01020304);
  }

  @Test
  void blocksStandBehindTimestamps() {
    TcpOptions options =
        TcpOptions.ofTimestamps(7, 8).withBlocks(new int[] {1000, 2000, 5000, 6000, 8000, 9000});
    TcpSegment.Head head = new TcpSegment.Head(1, 500, TcpSegment.ACK, 100);
    TcpSegment read = again(new TcpSegment(1, 2, head, options));
    assertThat(options.length()).isEqualTo(12 + 4 + 24);
    assertThat(read.options().blocks()).isEqualTo(3);
    assertThat(read.options().blockStart(2)).isEqualTo(8000);
    assertThat(read.options().blockEnd(0)).isEqualTo(2000);
    assertThat(read.options().echoedTimestamp()).isEqualTo(8);
  }

  @Test
  void piecesOfMessagesAreOnTheWireInTurn() {
    SendQueue queue = new SendQueue(1);
    queue.add(new TcpMessage.Bytes(new byte[] {1, 2, 3}));
    queue.add(new TcpMessage.Filler(2));
    queue.add(new TcpMessage.Bytes(new byte[] {4, 5}));
    TcpSegment segment =
        new TcpSegment(1, 2, 2, 0, TcpSegment.ACK, 9, TcpOptions.NONE, 5, queue.pieces(2, 5));
    byte[] wire = bytes(segment);
    assertThat(java.util.Arrays.copyOfRange(wire, 20, 25)).containsExactly(2, 3, 0, 0, 4);
    assertThat(again(segment).dataLength()).isEqualTo(5);
  }

  @Test
  void translationKeepsAllButThePorts() {
    TcpSegment.Head head = new TcpSegment.Head(1, 500, TcpSegment.ACK | TcpSegment.PSH, 100);
    TcpSegment segment = new TcpSegment(1, 2, head, TcpOptions.NONE).between(1024, 80);
    assertThat(segment.sourcePort()).isEqualTo(1024);
    assertThat(segment.destinationPort()).isEqualTo(80);
    assertThat(segment.has(TcpSegment.ACK | TcpSegment.PSH)).isTrue();
    assertThat(segment.acknowledgement()).isEqualTo(500);
  }

  @Test
  void aDamagedSegmentIsRefused() {
    TcpSegment.Head head = new TcpSegment.Head(1, 500, TcpSegment.ACK, 100);
    byte[] wire = bytes(new TcpSegment(1, 2, head, TcpOptions.NONE));
    wire[7] ^= 1;
    assertThatThrownBy(() -> TcpSegment.decode(ByteBuffer.wrap(wire), wire.length, A, B))
        .hasMessageContaining("checksum");
  }
}
