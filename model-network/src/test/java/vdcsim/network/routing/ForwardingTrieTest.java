package vdcsim.network.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

class ForwardingTrieTest {
  private final ForwardingTrie<Integer> trie = new ForwardingTrie<>();

  private int at(String address) {
    return trie.longest(Ipv4Address.parse(address), -1);
  }

  private void put(String prefix, int value) {
    trie.put(Ipv4Prefix.parse(prefix), value);
  }

  @Test
  void theLongestPrefixWins() {
    put("0.0.0.0/0", 0);
    put("10.0.0.0/8", 8);
    put("10.1.0.0/16", 16);
    put("10.1.2.0/23", 23);
    put("10.1.2.3/32", 32);
    assertThat(at("11.0.0.1")).isEqualTo(0);
    assertThat(at("10.2.0.1")).isEqualTo(8);
    assertThat(at("10.1.9.1")).isEqualTo(16);
    assertThat(at("10.1.3.9")).isEqualTo(23);
    assertThat(at("10.1.2.3")).isEqualTo(32);
  }

  @Test
  void aShorterPrefixTakesThePlaceOfOneThatIsTakenOut() {
    put("10.1.2.0/23", 23);
    put("10.1.0.0/17", 17);
    put("10.1.2.128/25", 25);
    trie.remove(Ipv4Prefix.parse("10.1.2.0/23"));
    assertThat(at("10.1.2.1")).isEqualTo(17);
    assertThat(at("10.1.2.200")).isEqualTo(25);
    trie.remove(Ipv4Prefix.parse("10.1.0.0/17"));
    assertThat(at("10.1.2.1")).isEqualTo(-1);
    assertThat(at("10.1.2.200")).isEqualTo(25);
  }

  /** Against a scan over all prefixes, with lengths and bits that often overlap. */
  @Test
  void agreesWithAScanOverTwentyThousandRandomSteps() {
    Random random = new Random(11);
    Map<Ipv4Prefix, Integer> truth = new TreeMap<>();
    for (int step = 0; step < 20_000; step++) {
      int length = random.nextInt(33);
      int bits = random.nextInt() & 0x0303_8383;
      Ipv4Prefix prefix = Ipv4Prefix.of(new Ipv4Address(bits), length);
      if (random.nextInt(3) == 0) {
        truth.remove(prefix);
        trie.remove(prefix);
      } else {
        truth.put(prefix, step);
        trie.put(prefix, step);
      }
      Ipv4Address probe = new Ipv4Address(random.nextInt() & 0x0303_8383);
      assertThat(trie.longest(probe, -1)).isEqualTo(scan(truth, probe));
    }
    assertThat(trie.size()).isEqualTo(truth.size());
  }

  private static int scan(Map<Ipv4Prefix, Integer> truth, Ipv4Address probe) {
    int best = -1;
    int length = -1;
    for (Map.Entry<Ipv4Prefix, Integer> entry : truth.entrySet()) {
      if (entry.getKey().contains(probe) && entry.getKey().length() > length) {
        best = entry.getValue();
        length = entry.getKey().length();
      }
    }
    return best;
  }
}
