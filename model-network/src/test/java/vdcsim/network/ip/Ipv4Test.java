package vdcsim.network.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vdcsim.network.icmp.Echo;

class Ipv4Test {
  @Test
  void readsAndWritesAddresses() {
    assertThat(Ipv4Address.parse("192.168.0.255")).hasToString("192.168.0.255");
    assertThat(Ipv4Address.parse("255.255.255.255")).isEqualTo(Ipv4Address.BROADCAST);
    assertThatThrownBy(() -> Ipv4Address.parse("10.0.0.256"))
        .hasMessage("an address reads as '10.0.0.1', was '10.0.0.256'");
  }

  @Test
  void ordersAddressesAsUnsignedNumbers() {
    assertThat(Ipv4Address.parse("200.0.0.1")).isGreaterThan(Ipv4Address.parse("10.0.0.1"));
  }

  @Test
  void aNetworkHoldsTheAddressesOfItsPrefix() {
    Ipv4Interface card = Ipv4Interface.parse("10.1.2.3/22");
    assertThat(card.contains(Ipv4Address.parse("10.1.3.255"))).isTrue();
    assertThat(card.contains(Ipv4Address.parse("10.1.4.0"))).isFalse();
    assertThat(card.broadcast()).hasToString("10.1.3.255");
    assertThat(Ipv4Interface.parse("1.2.3.4/0").contains(Ipv4Address.parse("9.9.9.9"))).isTrue();
    assertThatThrownBy(() -> Ipv4Interface.parse("10.0.0.1/33"))
        .hasMessage("a prefix length lies from 0 to 32, was 33");
  }

  @Test
  void theChecksumIsThatOfTheExampleInRfc1071() {
    ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex("0001f203f4f5f6f7"));
    // The sum is 0xddf2 (RFC 1071, 3); the checksum is its complement.
    assertThat(InternetChecksum.of(bytes, 0, 8)).isEqualTo(0x220D);
  }

  @Test
  void aPacketCarriesRightChecksums() {
    Ipv4Packet packet =
        new Ipv4Packet(
            Ipv4Address.parse("10.0.0.1"),
            Ipv4Address.parse("10.0.0.2"),
            7,
            64,
            new Echo(false, 1, 2, 5));
    ByteBuffer buffer = ByteBuffer.allocate(packet.length());
    packet.encode(buffer);
    assertThat(buffer.position()).isEqualTo(33);
    assertThat(InternetChecksum.of(buffer, 0, 20)).isZero();
    assertThat(InternetChecksum.of(buffer, 20, 13)).isZero();
    assertThat(Echo.decode(buffer.position(20), 13)).isEqualTo(packet.content());
  }

  @Test
  void aRouterTakesOneFromTheTimeToLive() {
    Ipv4Packet packet =
        new Ipv4Packet(new Ipv4Address(1), new Ipv4Address(2), 7, 64, new Echo(false, 1, 2, 5));
    assertThat(packet.forwarded().timeToLive()).isEqualTo(63);
  }
}
