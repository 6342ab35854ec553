package vdcsim.hypervisor.memory.overcommit.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;

class ShareTableTest {
  private final ShareTable table = new ShareTable();

  @Test
  void aHintGivesWayToASharedFrame() {
    table.note(7, 70);
    assertThat(table.hint(7)).isEqualTo(70);
    assertThat(table.frame(7)).isEqualTo(ShareTable.NONE);
    table.share(7, 3);
    assertThat(table.hint(7)).isEqualTo(ShareTable.NONE);
    assertThat(table.frame(7)).isEqualTo(3);
    assertThat(table.count(7)).isEqualTo(1);
    table.forget(7, 70);
    assertThat(table.frame(7)).isEqualTo(3);
  }

  @Test
  void theLastPageEndsTheSharing() {
    table.share(0, 5);
    table.retain(0);
    assertThat(table.release(0)).isFalse();
    assertThat(table.frames()).isEqualTo(1);
    assertThat(table.release(0)).isTrue();
    assertThat(table.frames()).isEqualTo(0);
    assertThat(table.bytes()).isEqualTo(0);
    assertThatThrownBy(() -> table.release(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void countsOfMoreThan16BitsRunOver() {
    table.share(0, 5);
    for (int i = 1; i < 70_000; i++) {
      table.retain(0);
    }
    assertThat(table.count(0)).isEqualTo(70_000);
    assertThat(table.bytes()).isEqualTo(16 + 8);
    for (int i = 70_000; i > 1; i--) {
      assertThat(table.release(0)).isFalse();
      assertThat(table.count(0)).isEqualTo(i - 1);
    }
    assertThat(table.bytes()).isEqualTo(16);
    assertThat(table.release(0)).isTrue();
  }

  @Test
  void anEntryForEachPageIsLessThanHalfAPercentOfTheMemory() {
    assertThat(ShareTable.ENTRY_BYTES / 4096.0).isLessThan(0.005);
  }

  @Test
  void itAgreesWithAMapWhateverIsDone() {
    RandomStream random = new RandomStreams(3, 0).stream("table");
    Map<Long, Long> hints = new TreeMap<>();
    Map<Long, Long> counts = new TreeMap<>();
    for (int i = 0; i < 60_000; i++) {
      long content = random.nextInt(3000) * 0x1000L;
      boolean shared = counts.containsKey(content);
      switch (random.nextInt(4)) {
        case 0 -> {
          if (!shared) {
            table.note(content, i);
            hints.put(content, (long) i);
          }
        }
        case 1 -> {
          table.forget(content, hints.getOrDefault(content, -5L));
          hints.remove(content);
        }
        case 2 -> {
          if (shared) {
            table.retain(content);
          } else {
            table.share(content, i);
            hints.remove(content);
          }
          counts.merge(content, 1L, Long::sum);
        }
        default -> {
          if (shared) {
            assertThat(table.release(content)).isEqualTo(counts.get(content) == 1);
            counts.computeIfPresent(content, (key, count) -> count == 1 ? null : count - 1);
          }
        }
      }
    }
    for (long content = 0; content < 3000 * 0x1000L; content += 0x1000) {
      assertThat(table.count(content)).isEqualTo(counts.getOrDefault(content, 0L));
      assertThat(table.hint(content)).isEqualTo(hints.getOrDefault(content, -1L));
    }
    assertThat(table.frames()).isEqualTo(counts.size());
    assertThat(table.bytes()).isEqualTo(16L * (counts.size() + hints.size()));
  }
}
