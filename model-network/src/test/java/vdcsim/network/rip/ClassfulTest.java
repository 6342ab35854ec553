package vdcsim.network.rip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Prefix;

class ClassfulTest {
  private static final Ipv4Interface SUBNET = Ipv4Interface.parse("10.0.1.1/24");
  private static final Ipv4Interface WHOLE = Ipv4Interface.parse("192.168.1.1/24");

  private static boolean canTell(String prefix, Ipv4Interface over) {
    return Classful.canTell(Ipv4Prefix.parse(prefix), over);
  }

  private static String guess(String address, Ipv4Interface over) {
    return Classful.guess(Ipv4Address.parse(address), over).map(Ipv4Prefix::toString).orElse("-");
  }

  @Test
  void subnetsOfTheSameMaskHostsAndWholeNetworksCanBeTold() {
    assertThat(canTell("10.7.0.0/24", SUBNET)).isTrue();
    assertThat(canTell("10.7.0.0/30", SUBNET)).isFalse();
    assertThat(canTell("10.7.0.1/32", SUBNET)).isTrue();
    assertThat(canTell("10.0.0.0/8", SUBNET)).isFalse();
    assertThat(canTell("10.0.0.0/8", WHOLE)).isTrue();
    assertThat(canTell("10.7.0.0/24", WHOLE)).isFalse();
    assertThat(canTell("172.16.0.0/16", SUBNET)).isTrue();
    assertThat(canTell("0.0.0.0/0", SUBNET)).isTrue();
  }

  @Test
  void anAddressMeansTheSubnetOfTheInterfaceOrItsClass() {
    assertThat(guess("10.7.0.0", SUBNET)).isEqualTo("10.7.0.0/24");
    assertThat(guess("10.7.0.1", SUBNET)).isEqualTo("10.7.0.1/32");
    assertThat(guess("10.0.0.0", WHOLE)).isEqualTo("10.0.0.0/8");
    assertThat(guess("172.16.0.0", SUBNET)).isEqualTo("172.16.0.0/16");
    assertThat(guess("172.16.1.0", SUBNET)).isEqualTo("-");
    assertThat(guess("0.0.0.0", SUBNET)).isEqualTo("0.0.0.0/0");
  }
}
