package vdcsim.network.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.network.arp.ArpMessage;
import vdcsim.network.dhcp.DhcpMessage;
import vdcsim.network.dhcp.MessageType;
import vdcsim.network.dhcp.Option;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Packet.Fragment;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.ConfigurationBpdu;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PriorityVector;
import vdcsim.network.spanningtree.RapidBpdu;
import vdcsim.network.spanningtree.Times;
import vdcsim.network.spanningtree.TopologyChangeBpdu;
import vdcsim.network.stream.StreamPayload;
import vdcsim.network.udp.Datagram;

class FrameDecoderTest {
  private static final int ROUNDS = 5_000;

  /** A payload that is shorter is padded, and a stream's length is all that there is. */
  private static final int LEAST_STREAM = 46;

  private final SplittableRandom random = new SplittableRandom(20_261_124L);

  private MacAddress mac() {
    return new MacAddress(random.nextLong(1L << 48));
  }

  private Ipv4Address ip() {
    return new Ipv4Address(random.nextInt());
  }

  private int number(int bits) {
    return random.nextInt(1 << bits);
  }

  private boolean coin() {
    return random.nextBoolean();
  }

  private List<VlanTag> tags() {
    List<VlanTag> tags = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      int protocol = coin() ? VlanTag.CUSTOMER : VlanTag.SERVICE;
      tags.add(new VlanTag(protocol, number(3), coin(), number(12)));
    }
    return tags;
  }

  private PriorityVector vector() {
    return new PriorityVector(
        new BridgeId(number(16), mac()),
        random.nextLong(1L << 32),
        new BridgeId(number(16), mac()),
        new PortId(number(16)));
  }

  private Times times() {
    return new Times(number(16), number(16), number(16), number(16));
  }

  private RapidBpdu.Flags flags() {
    RapidBpdu.Role[] roles = RapidBpdu.Role.values();
    return new RapidBpdu.Flags(
        coin(), coin(), roles[random.nextInt(roles.length)], coin(), coin(), coin(), coin());
  }

  private DhcpMessage lease() {
    MessageType type = MessageType.values()[random.nextInt(8)];
    Map<Option, Integer> options = Map.of(Option.LEASE_TIME, random.nextInt());
    return new DhcpMessage(
        type, number(4), random.nextInt(), number(16), coin(), ip(), ip(), ip(), mac(), options);
  }

  private Payload payload() {
    return switch (random.nextInt(7)) {
      case 5 -> new Ipv4Packet(ip(), ip(), number(16), number(8), new Datagram(68, 67, lease()));
      case 0 -> new ArpMessage(1 + random.nextInt(2), mac(), ip(), mac(), ip());
      case 1 -> {
        Echo echo = new Echo(coin(), number(16), number(16), random.nextInt(1473));
        Fragment whole = coin() ? Fragment.NONE : Fragment.FORBIDDEN;
        yield new Ipv4Packet(ip(), ip(), number(16), number(8), whole, echo);
      }
      case 2 -> new StreamPayload(random.nextInt(), random.nextLong(), LEAST_STREAM + number(10));
      case 3 -> new ConfigurationBpdu(coin(), coin(), vector(), times());
      case 4 -> new RapidBpdu(flags(), vector(), times());
      default -> new TopologyChangeBpdu();
    };
  }

  @Test
  void everyFrameIsItselfAgainAfterTheWire() {
    for (int round = 0; round < ROUNDS; round++) {
      Frame frame = new Frame(mac(), mac(), tags(), payload(), 0);
      byte[] bytes = frame.encode();
      Frame read = FrameDecoder.decode(bytes);
      assertThat(read.payload()).as("round %d", round).isEqualTo(frame.payload());
      assertThat(read.tags()).isEqualTo(frame.tags());
      assertThat(read.source()).isEqualTo(frame.source());
      assertThat(read.destination()).isEqualTo(frame.destination());
      assertThat(read.length()).isEqualTo(frame.length());
      assertThat(read.encode()).isEqualTo(bytes);
    }
  }

  @Test
  void aFrameThatIsCutShortIsRefusedWithASentence() {
    for (int round = 0; round < 200; round++) {
      byte[] whole = new Frame(mac(), mac(), tags(), payload(), 0).encode();
      byte[] part = java.util.Arrays.copyOf(whole, random.nextInt(14));
      assertThatThrownBy(() -> FrameDecoder.decode(part))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("bytes ends before its last field");
    }
  }

  @Test
  void anyBytesAreReadOrRefused() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new Frame(mac(), mac(), tags(), payload(), 0).encode();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(FrameDecoder.decode(bytes).payload()).isNotNull();
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    }
  }

  @Test
  void aWrongChecksumIsRefused() {
    Echo echo = new Echo(false, 1, 1, 56);
    byte[] bytes = new Frame(mac(), mac(), new Ipv4Packet(ip(), ip(), 1, 64, echo), 0).encode();
    bytes[22]++;
    assertThatThrownBy(() -> FrameDecoder.decode(bytes)).hasMessageContaining("wrong checksum");
  }

  @Test
  void whatNoModelSendsIsRefusedByName() {
    byte[] bytes = new byte[60];
    bytes[12] = (byte) 0x86;
    bytes[13] = (byte) 0xDD;
    assertThatThrownBy(() -> FrameDecoder.decode(bytes))
        .hasMessage("an EtherType of 0x86dd is not understood");
  }

  @Test
  void timesOfABpduCountIn256thsOfASecond() {
    Times times =
        Times.ofRoot(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(15));
    byte[] bytes =
        new Frame(mac(), mac(), new ConfigurationBpdu(false, false, vector(), times), 0).encode();
    // Behind 14 bytes of header, 3 of LLC and 29 of BPDU: max age, hello time, forward delay.
    assertThat(java.util.HexFormat.of().formatHex(bytes, 46, 52)).isEqualTo("140002000f00");
  }
}
