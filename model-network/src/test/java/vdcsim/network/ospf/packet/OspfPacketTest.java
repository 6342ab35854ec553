package vdcsim.network.ospf.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AgedLsa;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.Lsa;
import vdcsim.network.ospf.lsa.LsaHeader;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.RouterLink;
import vdcsim.network.ospf.lsa.RouterLsa;
import vdcsim.network.ospf.lsa.SummaryLsa;

class OspfPacketTest {
  private static final Ipv4Address SOURCE = Ipv4Address.parse("10.0.0.1");

  private final Random random = new Random(11);

  private static byte[] bytes(OspfPacket packet) {
    ByteBuffer buffer = ByteBuffer.allocate(packet.length());
    packet.encode(buffer, SOURCE, OspfPacket.ALL_SPF_ROUTERS);
    assertThat(buffer.hasRemaining()).isFalse();
    return buffer.array();
  }

  private static OspfPacket decoded(byte[] bytes) {
    return OspfPacket.decode(ByteBuffer.wrap(bytes), bytes.length);
  }

  private static OspfPacket hello() {
    Hello hello =
        new Hello(
            24,
            10,
            0x02,
            1,
            40,
            Ipv4Address.parse("192.168.170.8"),
            Ipv4Address.parse("0.0.0.0"),
            List.of(RouterId.parse("10.0.0.2")));
    return new OspfPacket(RouterId.parse("10.0.0.1"), AreaId.BACKBONE, hello);
  }

  /** Computed by hand from RFC 2328, A.3.1 and A.3.2. */
  @Test
  void aHelloIsTheseBytes() {
    assertThat(HexFormat.of().formatHex(bytes(hello())))
        .isEqualTo(
            "02010030"
                + "0a000001"
                + "00000000"
                + "7de6"
                + "00000000000000000000"
                + "ffffff00"
                + "000a0201"
                + "00000028"
                + "c0a8aa08"
                + "00000000"
                + "0a000002");
  }

  private Ipv4Address address() {
    return new Ipv4Address(random.nextInt());
  }

  private RouterId router() {
    return new RouterId(random.nextInt());
  }

  private Lsa lsa() {
    RouterId writer = router();
    if (random.nextBoolean()) {
      RouterLink link = RouterLink.pointToPoint(router(), address(), random.nextInt(65_536));
      RouterLink stub = RouterLink.stub(Ipv4Prefix.of(address(), 24), random.nextInt(65_536));
      return new Lsa(
          LsaKey.router(writer),
          2,
          random.nextInt(),
          new RouterLsa(RouterLsa.Roles.NONE, List.of(link, stub)));
    }
    LsaKey key = new LsaKey(LsaType.NETWORK_SUMMARY, address(), writer);
    return new Lsa(key, 2, random.nextInt(), new SummaryLsa(random.nextInt(33), 77));
  }

  private OspfMessage message(int kind) {
    List<AgedLsa> lsas = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      lsas.add(new AgedLsa(lsa(), random.nextInt(3601)));
    }
    List<LsaHeader> headers = lsas.stream().map(AgedLsa::header).toList();
    return switch (kind) {
      case 0 ->
          new Hello(
              random.nextInt(33),
              random.nextInt(65_536),
              random.nextInt(256),
              random.nextInt(256),
              random.nextInt(),
              address(),
              address(),
              List.of(router(), router()));
      case 1 ->
          new DatabaseDescription(
              1500,
              2,
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextInt(),
              headers);
      case 2 -> new LinkStateRequest(headers.stream().map(LsaHeader::key).toList());
      case 3 -> new LinkStateUpdate(lsas);
      default -> new LinkStateAcknowledgment(headers);
    };
  }

  @Test
  void everyPacketComesBackFromItsBytes() {
    for (int i = 0; i < 2_000; i++) {
      OspfPacket packet = new OspfPacket(router(), new AreaId(random.nextInt()), message(i % 5));
      assertThat(decoded(bytes(packet))).isEqualTo(packet);
    }
  }

  @Test
  void aBitThatFlippedIsNoticed() {
    byte[] good = bytes(hello());
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> decoded(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPacketOf1500BytesHoldsTheseMany() {
    // 1500 - 20 (IP) - 24 (OSPF) = 1456: 8 more of a description, 20 a header, 12 a request.
    assertThat(DatabaseDescription.mostHeaders(1500, 20)).isEqualTo(72);
    assertThat(LinkStateAcknowledgment.most(1500, 20)).isEqualTo(72);
    assertThat(LinkStateRequest.most(1500, 20)).isEqualTo(121);
    assertThat(LinkStateUpdate.room(1500, 20)).isEqualTo(1452);
  }
}
