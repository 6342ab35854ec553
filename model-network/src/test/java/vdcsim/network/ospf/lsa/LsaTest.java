package vdcsim.network.ospf.lsa;

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

class LsaTest {
  /** Of a recorded link state update (Wireshark's sample capture ospf.cap): checksum 2506. */
  private static final String RECORDED =
      "03e20201c0a8aa08c0a8aa0880000dc325060024" + "02000001" + "c0a8aa00ffffff000300000a";

  private static byte[] bytes(AgedLsa lsa) {
    ByteBuffer buffer = ByteBuffer.allocate(lsa.length());
    lsa.encode(buffer);
    return buffer.array();
  }

  private static AgedLsa decoded(byte[] bytes) {
    return AgedLsa.decode(ByteBuffer.wrap(bytes));
  }

  @Test
  void aRecordedRouterLsaIsReadAndWrittenToTheBit() {
    byte[] recorded = HexFormat.of().parseHex(RECORDED);
    AgedLsa lsa = decoded(recorded);
    assertThat(lsa.age()).isEqualTo(994);
    assertThat(lsa.lsa().checksum()).isEqualTo(0x2506);
    assertThat(lsa.lsa().options()).isEqualTo(Options.E);
    RouterLink stub = RouterLink.stub(Ipv4Prefix.parse("192.168.170.0/24"), 10);
    assertThat(lsa.lsa().body())
        .isEqualTo(new RouterLsa(new RouterLsa.Roles(false, true, false, false), List.of(stub)));
    assertThat(bytes(lsa)).isEqualTo(recorded);
  }

  @Test
  void aWrongChecksumAWrongTypeAndAMissingByteAreRefused() {
    byte[] wrong = HexFormat.of().parseHex(RECORDED);
    wrong[35]++;
    assertThatThrownBy(() -> decoded(wrong)).hasMessageContaining("was 2506");
    byte[] type = HexFormat.of().parseHex(RECORDED);
    type[3] = 6;
    assertThatThrownBy(() -> decoded(type)).hasMessageContaining("1 to 5 and 7, was 6");
    byte[] cut = HexFormat.of().parseHex(RECORDED.substring(0, RECORDED.length() - 2));
    assertThatThrownBy(() -> decoded(cut)).hasMessageContaining("ends before");
  }

  @Test
  void everyLsaComesBackFromItsBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      AgedLsa lsa = new AgedLsa(randomLsa(random), random.nextInt(3601));
      byte[] bytes = bytes(lsa);
      assertThat(decoded(bytes)).isEqualTo(lsa);
      assertThat(sums(bytes)).isEqualTo(List.of(0, 0));
    }
  }

  /** The two sums of the checksum, over everything but the age (RFC 905, annex B). */
  private static List<Integer> sums(byte[] bytes) {
    int c0 = 0;
    int c1 = 0;
    for (int i = 2; i < bytes.length; i++) {
      c0 = (c0 + (bytes[i] & 0xFF)) % 255;
      c1 = (c1 + c0) % 255;
    }
    return List.of(c0, c1);
  }

  private static Lsa randomLsa(Random random) {
    LsaType type = LsaType.values()[random.nextInt(6)];
    LsaKey key =
        new LsaKey(type, new Ipv4Address(random.nextInt()), new RouterId(random.nextInt()));
    int length = random.nextInt(33);
    int metric = random.nextInt(1 << 24);
    LsaBody body =
        switch (type) {
          case ROUTER -> randomRouter(random);
          case NETWORK -> new NetworkLsa(length, randomRouters(random));
          case NETWORK_SUMMARY, ASBR_SUMMARY -> new SummaryLsa(length, metric);
          case AS_EXTERNAL, NSSA_EXTERNAL ->
              new ExternalLsa(
                  length,
                  random.nextBoolean(),
                  metric,
                  new Ipv4Address(random.nextInt()),
                  random.nextInt());
        };
    return new Lsa(key, random.nextInt(256), random.nextInt(), body);
  }

  private static RouterLsa randomRouter(Random random) {
    List<RouterLink> links = new ArrayList<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      int metric = random.nextInt(1 << 16);
      Ipv4Address own = new Ipv4Address(random.nextInt());
      Ipv4Address other = new Ipv4Address(random.nextInt());
      links.add(
          switch (random.nextInt(4)) {
            case 0 -> RouterLink.pointToPoint(new RouterId(other.bits()), own, metric);
            case 1 -> RouterLink.transit(other, own, metric);
            case 2 -> RouterLink.stub(Ipv4Prefix.of(other, random.nextInt(33)), metric);
            default -> RouterLink.virtual(new RouterId(other.bits()), own, metric);
          });
    }
    return new RouterLsa(RouterLsa.Roles.of(random.nextInt(256)), links);
  }

  private static List<RouterId> randomRouters(Random random) {
    List<RouterId> routers = new ArrayList<>();
    for (int i = random.nextInt(100); i > 0; i--) {
      routers.add(new RouterId(random.nextInt()));
    }
    return routers;
  }

  private static LsaHeader header(int sequence, int checksum, int age) {
    return new LsaHeader(age, 2, LsaKey.router(new RouterId(1)), sequence, checksum, 24);
  }

  @Test
  void theNewerInstanceHasTheHigherSequenceThenChecksumThenMaxAgeThenTheLowerAge() {
    LsaHeader base = header(0x8000_0005, 500, 100);
    assertThat(header(0x8000_0006, 1, 3000).newness(base)).isPositive();
    assertThat(header(1, 1, 100).newness(base)).as("sequence numbers have a sign").isPositive();
    assertThat(header(0x8000_0005, 0xF000, 100).newness(base)).isPositive();
    assertThat(header(0x8000_0005, 500, 3600).newness(base)).isPositive();
    assertThat(base.newness(header(0x8000_0005, 500, 3600))).isNegative();
    assertThat(base.newness(header(0x8000_0005, 500, 1000))).as("900 s apart").isZero();
    assertThat(base.newness(header(0x8000_0005, 500, 1001))).as("901 s apart").isPositive();
  }

  @Test
  void anAgeFollowsFromTheInstantOfReceipt() {
    long second = 1_000_000_000L;
    Lsa lsa = randomLsa(new Random(1));
    StoredLsa stored = new StoredLsa(lsa, 10, 5 * second);
    assertThat(stored.ageAt(5 * second)).isEqualTo(10);
    assertThat(stored.ageAt(7 * second - 1)).isEqualTo(11);
    assertThat(stored.reaches(1800)).isEqualTo(1795 * second);
    assertThat(stored.ageAt(stored.reaches(3600) - 1)).isEqualTo(3599);
    assertThat(stored.isMaxAge(stored.reaches(3600))).isTrue();
    assertThat(stored.ageAt(99_999 * second)).isEqualTo(3600);
    assertThat(stored.sent(7 * second, 1).age()).isEqualTo(13);
  }
}
