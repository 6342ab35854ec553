package vdcsim.network.ospf.lsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;

class LinkStateDatabaseTest {
  private final LinkStateDatabase database = new LinkStateDatabase();

  private static StoredLsa summary(int id, int writer, int metric) {
    LsaKey key = new LsaKey(LsaType.NETWORK_SUMMARY, new Ipv4Address(id), new RouterId(writer));
    return new StoredLsa(new Lsa(key, 2, Lsa.INITIAL_SEQUENCE, new SummaryLsa(32, metric)), 0, 0);
  }

  @Test
  void aNewInstanceTakesThePlaceOfTheOldOne() {
    StoredLsa first = summary(1, 1, 10);
    StoredLsa second = summary(1, 1, 20);
    assertThat(database.install(first)).isEmpty();
    assertThat(database.install(second)).contains(first);
    assertThat(database.find(first.key())).contains(second);
    assertThat(database.size()).isEqualTo(1);
  }

  @Test
  void theListIsInTheOrderOfKeysWithoutSign() {
    for (int id : new int[] {5, -1, 0x8000_0000, 3}) {
      database.install(summary(id, 2, 0));
      database.install(summary(id, 1, 0));
    }
    assertThat(database.all(LsaType.NETWORK_SUMMARY))
        .extracting(s -> s.key().linkStateId() + " " + s.key().advertisingRouter())
        .containsExactly(
            "0.0.0.3 0.0.0.1",
            "0.0.0.3 0.0.0.2",
            "0.0.0.5 0.0.0.1",
            "0.0.0.5 0.0.0.2",
            "128.0.0.0 0.0.0.1",
            "128.0.0.0 0.0.0.2",
            "255.255.255.255 0.0.0.1",
            "255.255.255.255 0.0.0.2");
  }

  @Test
  void itHoldsWhatASortedMapHoldsAfterAnyChanges() {
    Random random = new Random(11);
    TreeMap<LsaKey, StoredLsa> expected = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      StoredLsa stored = summary(random.nextInt(40), random.nextInt(8), random.nextInt(100));
      if (random.nextInt(100) < 55) {
        assertThat(database.install(stored).isPresent())
            .isEqualTo(expected.containsKey(stored.key()));
        expected.put(stored.key(), stored);
      } else {
        assertThat(database.remove(stored.key()).isPresent())
            .isEqualTo(expected.remove(stored.key()) != null);
      }
      assertThat(database.size()).isEqualTo(expected.size());
      if (i % 50 == 0) {
        List<StoredLsa> all = new ArrayList<>(expected.values());
        assertThat(database.all()).isEqualTo(all);
        assertThat(all).allMatch(s -> database.find(s.key()).equals(Optional.of(s)));
      }
    }
  }
}
