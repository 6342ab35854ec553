package vdcsim.network.spanningtree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.network.bridge.Bridge;

class BpduTest {
  private static final MacAddress ONE = MacAddress.parse("02:00:00:00:00:01");
  private static final MacAddress TWO = MacAddress.parse("02:00:00:00:00:02");

  private static byte[] encoded(Bpdu bpdu) {
    ByteBuffer buffer = ByteBuffer.allocate(bpdu.length());
    bpdu.encode(buffer);
    assertThat(buffer.hasRemaining()).isFalse();
    return buffer.array();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  private static PriorityVector vector() {
    return new PriorityVector(
        new BridgeId(32_768, ONE), 4, new BridgeId(32_768, TWO), new PortId(0x8001));
  }

  @Test
  void aConfigurationBpduHas35BytesBehindItsLlcHeader() {
    Bpdu bpdu = new ConfigurationBpdu(true, false, vector(), new Times(1, 5120, 512, 3840));
    assertThat(encoded(bpdu))
        .isEqualTo(
            hex(
                """
                42 42 03 0000 00 00 01
                8000 020000000001 00000004
                8000 020000000002 8001
                0001 1400 0200 0f00
                """));
    assertThat(bpdu.etherType()).isEqualTo(38);
  }

  @Test
  void aNotificationHas4Bytes() {
    assertThat(encoded(new TopologyChangeBpdu())).isEqualTo(hex("42 42 03 0000 00 80"));
  }

  @Test
  void aRapidBpduSaysVersion2AndNoVersion1Part() {
    RapidBpdu.Flags flags =
        new RapidBpdu.Flags(false, true, RapidBpdu.Role.DESIGNATED, false, false, false, false);
    assertThat(encoded(new RapidBpdu(flags, vector(), new Times(256, 5120, 512, 3840))))
        .isEqualTo(
            hex(
                """
                42 42 03 0000 02 02 0e
                8000 020000000001 00000004
                8000 020000000002 8001
                0100 1400 0200 0f00 00
                """));
  }

  @Test
  void everyBpduComesBackFromTheWireAsItWas() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 3000; i++) {
      Bpdu bpdu = any(random);
      Frame frame = new Frame(Bridge.GROUP_ADDRESS, ONE, bpdu, 0);
      ByteBuffer wire = ByteBuffer.wrap(frame.encode());
      int length = wire.position(12).getShort();
      assertThat(length).isEqualTo(bpdu.length());
      assertThat(Bpdu.decode(wire)).isEqualTo(bpdu);
    }
  }

  private static Bpdu any(SplittableRandom random) {
    PriorityVector vector =
        new PriorityVector(
            BridgeId.of(random.nextLong()),
            random.nextLong(1L << 32),
            BridgeId.of(random.nextLong()),
            new PortId(random.nextInt(1 << 16)));
    Times times = new Times(tick(random), tick(random), tick(random), tick(random));
    return switch (random.nextInt(3)) {
      case 0 -> new ConfigurationBpdu(random.nextBoolean(), random.nextBoolean(), vector, times);
      case 1 -> new RapidBpdu(RapidBpdu.Flags.of(random.nextInt(256)), vector, times);
      default -> new TopologyChangeBpdu();
    };
  }

  private static int tick(SplittableRandom random) {
    return random.nextInt(1 << 16);
  }

  @Test
  void whatIsCutShortOrNoBpduIsRefused() {
    byte[] whole =
        encoded(new ConfigurationBpdu(false, false, vector(), new Times(0, 5120, 512, 3840)));
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(whole, 0, length);
      assertThatThrownBy(() -> Bpdu.decode(cut)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Bpdu.decode(ByteBuffer.wrap(hex("42 42 03 0000 03 07"))))
        .hasMessage("the type 07 is none of 00, 02, 80");
    assertThatThrownBy(() -> Bpdu.decode(ByteBuffer.wrap(hex("aa aa 03 0000 00 00"))))
        .hasMessage("LLC reads 42 42 03, was aa aa 03");
    assertThatThrownBy(() -> Bpdu.decode(ByteBuffer.wrap(hex("42 42 03 0001 00 00"))))
        .hasMessage("the protocol identifier is 0000, was 0001");
  }

  @Test
  void identifiersCompareByPriorityAndThenAddress() {
    assertThat(new BridgeId(4096, TWO)).isLessThan(new BridgeId(32_768, ONE));
    assertThat(new BridgeId(32_768, ONE)).isLessThan(new BridgeId(32_768, TWO));
    assertThat(new BridgeId(0x8000, ONE)).hasToString("8000.02:00:00:00:00:01");
    assertThat(PortId.of(128, 1)).hasToString("8001");
    assertThat(PortId.of(64, 300)).isLessThan(PortId.of(128, 1));
  }

  @Test
  void pathCostsFollowTheTables() {
    assertThat(PathCosts.LINUX.of(1_000_000_000L)).isEqualTo(5);
    assertThat(PathCosts.LINUX.of(40_000_000_000L)).isEqualTo(1);
    assertThat(PathCosts.IEEE_1998.of(1_000_000_000L)).isEqualTo(4);
    assertThat(PathCosts.IEEE_1998.of(10_000_000L)).isEqualTo(100);
    assertThat(PathCosts.IEEE_1998.of(1_000L)).isEqualTo(250);
    assertThat(PathCosts.IEEE_2004.of(1_000_000_000L)).isEqualTo(20_000);
    assertThat(PathCosts.IEEE_2004.of(10_000_000_000L)).isEqualTo(2_000);
    assertThat(PathCosts.IEEE_2004.of(10_000L)).isEqualTo(200_000_000);
  }
}
