package vdcsim.network.ospf.lsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;

class LsaQueueTest {
  private static StoredLsa lsa(LsaType type, int id, long sinceNs) {
    LsaKey key = new LsaKey(type, new Ipv4Address(id), new RouterId(id));
    NetworkLsa body = new NetworkLsa(24, List.of());
    return new StoredLsa(new Lsa(key, 0, Lsa.INITIAL_SEQUENCE, body), 0, sinceNs);
  }

  @Test
  void keepsTheOrderInWhichKeysCame() {
    LsaQueue queue = new LsaQueue();
    StoredLsa first = lsa(LsaType.NETWORK, 9, 0);
    StoredLsa second = lsa(LsaType.NETWORK, 4, 0);
    StoredLsa firstAgain = lsa(LsaType.NETWORK, 9, 5);
    queue.put(first);
    queue.put(second);
    queue.put(firstAgain);
    assertThat(queue.all()).containsExactly(firstAgain, second);
    assertThat(queue.remove(first.key())).isTrue();
    assertThat(queue.remove(first.key())).isFalse();
    queue.put(first);
    assertThat(queue.all()).containsExactly(second, first);
  }

  @Test
  void tellsTypesWithTheSameNumbersApart() {
    LsaQueue queue = new LsaQueue();
    StoredLsa network = lsa(LsaType.NETWORK, 1, 0);
    StoredLsa nssa = lsa(LsaType.NSSA_EXTERNAL, 1, 0);
    queue.put(network);
    assertThat(queue.find(nssa.key())).isEmpty();
    queue.put(nssa);
    assertThat(queue.remove(network.key())).isTrue();
    assertThat(queue.find(network.key())).isEmpty();
    assertThat(queue.find(nssa.key())).contains(nssa);
  }

  @Test
  void doesWhatAMapInOrderDoes() {
    SplittableRandom random = new SplittableRandom(7);
    LsaQueue queue = new LsaQueue();
    Map<LsaKey, StoredLsa> expected = new LinkedHashMap<>();
    for (int step = 0; step < 20_000; step++) {
      // Fills and empties in turn, so that it grows, closes gaps and lets go of its arrays.
      boolean filling = step / 1000 % 2 == 0;
      LsaType type = random.nextBoolean() ? LsaType.ROUTER : LsaType.AS_EXTERNAL;
      StoredLsa lsa = lsa(type, random.nextInt(300), step);
      if (random.nextInt(10) < (filling ? 8 : 1)) {
        queue.put(lsa);
        expected.put(lsa.key(), lsa);
      } else {
        assertThat(queue.remove(lsa.key())).isEqualTo(expected.remove(lsa.key()) != null);
      }
      assertThat(queue.find(lsa.key())).isEqualTo(Optional.ofNullable(expected.get(lsa.key())));
      assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
    }
    assertThat(queue.all()).isEqualTo(new ArrayList<>(expected.values()));
    queue.clear();
    assertThat(queue.all()).isEmpty();
  }
}
