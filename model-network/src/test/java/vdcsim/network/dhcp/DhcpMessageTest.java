package vdcsim.network.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.network.ip.Ipv4Address;

class DhcpMessageTest {
  private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");
  private final SplittableRandom random = new SplittableRandom(20_261_124L);

  private static byte[] bytes(DhcpMessage message) {
    ByteBuffer buffer = ByteBuffer.allocate(message.length());
    message.encode(buffer);
    assertThat(buffer.remaining()).isZero();
    return buffer.array();
  }

  private static DhcpMessage decode(byte[] bytes) {
    return DhcpMessage.decode(ByteBuffer.wrap(bytes), bytes.length);
  }

  @Test
  void aDiscoverHasTheBytesOfTheStandard() {
    byte[] bytes = bytes(DhcpMessage.of(MessageType.DISCOVER, 0x01020304, MAC).toAll(true));
    assertThat(bytes).hasSize(300);
    // op, htype, hlen, hops, xid, secs, flags
    assertThat(bytes).startsWith(1, 1, 6, 0, 1, 2, 3, 4, 0, 0, 0x80, 0);
    assertThat(java.util.Arrays.copyOfRange(bytes, 28, 34)).containsExactly(2, 0, 0, 0, 0, 1);
    assertThat(java.util.Arrays.copyOfRange(bytes, 236, 251))
        .containsExactly(0x63, 0x82, 0x53, 0x63, 53, 1, 1, 55, 5, 1, 3, 51, 58, 59, 0xFF);
  }

  @Test
  void whateverIsWrittenIsReadAgain() {
    for (int i = 0; i < 500; i++) {
      Map<Option, Integer> options = new TreeMap<>();
      for (Option option : Option.values()) {
        if (random.nextBoolean()) {
          options.put(option, random.nextInt());
        }
      }
      DhcpMessage message =
          new DhcpMessage(
              MessageType.of(1 + random.nextInt(8)),
              random.nextInt(17),
              random.nextInt(),
              random.nextInt(1 << 16),
              random.nextBoolean(),
              new Ipv4Address(random.nextInt()),
              new Ipv4Address(random.nextInt()),
              new Ipv4Address(random.nextInt()),
              new MacAddress(random.nextLong(1L << 48)),
              options);
      assertThat(decode(bytes(message))).isEqualTo(message);
    }
  }

  @Test
  void optionsThatNobodyKnowsAreSkipped() {
    byte[] bytes = bytes(DhcpMessage.of(MessageType.REQUEST, 7, MAC));
    // A host name of three letters in the padding, behind another option and before the end.
    bytes[250] = 12;
    bytes[251] = 3;
    bytes[255] = (byte) 0xFF;
    assertThat(decode(bytes)).isEqualTo(DhcpMessage.of(MessageType.REQUEST, 7, MAC));
  }

  @Test
  void whatIsCutShortOrOfAnotherProtocolIsRefused() {
    byte[] bytes = bytes(DhcpMessage.of(MessageType.ACK, 7, MAC));
    assertThatThrownBy(() -> decode(java.util.Arrays.copyOf(bytes, 239)))
        .hasMessageContaining("239 bytes");
    byte[] bootp = bytes.clone();
    bootp[236] = 0;
    assertThatThrownBy(() -> decode(bootp)).hasMessageContaining("without DHCP");
    byte[] cut = bytes.clone();
    cut[243] = 50;
    cut[244] = (byte) 200;
    assertThatThrownBy(() -> decode(cut)).hasMessageContaining("option 50 is cut short");
  }
}
