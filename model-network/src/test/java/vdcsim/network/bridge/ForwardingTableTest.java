package vdcsim.network.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.network.bridge.ForwardingTable.Learned;

class ForwardingTableTest {
  private static final MacAddress A = MacAddress.parse("02:00:00:00:00:0a");
  private static final MacAddress B = MacAddress.parse("02:00:00:00:00:0b");
  private static final MacAddress C = MacAddress.parse("02:00:00:00:00:0c");

  @Test
  void oneAddressMayStandAtTwoPortsInTwoDatabases() {
    ForwardingTable table = new ForwardingTable(10, 100);
    table.learn(10, A, 1, 0);
    table.learn(20, A, 2, 0);
    assertThat(table.port(10, A, 50)).isEqualTo(1);
    assertThat(table.port(20, A, 50)).isEqualTo(2);
    assertThat(table.port(30, A, 50)).isEqualTo(ForwardingTable.UNKNOWN);
  }

  @Test
  void aFullTableLearnsNothingUntilSomethingAges() {
    ForwardingTable table = new ForwardingTable(2, 100);
    assertThat(table.learn(0, A, 1, 0)).isEqualTo(Learned.NEW);
    assertThat(table.learn(0, B, 1, 50)).isEqualTo(Learned.NEW);
    assertThat(table.learn(0, C, 1, 60)).isEqualTo(Learned.FULL);
    assertThat(table.learn(0, C, 1, 100)).isEqualTo(Learned.NEW);
    assertThat(table.size(100)).isEqualTo(2);
  }

  @Test
  void aShorterAgeingTimeForgetsAtOnce() {
    ForwardingTable table = new ForwardingTable(10, 100);
    table.learn(0, A, 1, 0);
    table.age(10);
    assertThat(table.port(0, A, 9)).isEqualTo(1);
    assertThat(table.port(0, A, 10)).isEqualTo(ForwardingTable.UNKNOWN);
  }

  @Test
  void agreesWithAMapOverTenThousandRandomSteps() {
    Random random = new Random(7);
    ForwardingTable table = new ForwardingTable(100_000, Long.MAX_VALUE / 2);
    Map<Long, Integer> truth = new HashMap<>();
    for (int step = 0; step < 10_000; step++) {
      long address = random.nextInt(3000);
      int database = random.nextInt(3);
      int port = random.nextInt(16);
      table.learn(database, new MacAddress(address), port, step);
      truth.put(((long) database << 48) | address, port);
    }
    truth.forEach(
        (key, port) ->
            assertThat(
                    table.port((int) (key >>> 48), new MacAddress(key & 0xFFFF_FFFF_FFFFL), 10_000))
                .isEqualTo(port));
    assertThat(table.size(10_000)).isEqualTo(truth.size());
  }
}
