package vdcsim.hypervisor.memory.overcommit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;

class BackingTest {
  private static final int PAGES = 60;

  private final Backing memory = new Backing(host(100));
  private final GuestMap first = memory.add("guest", PAGES);
  private final GuestMap second = memory.add("guest", PAGES);

  private static HostMemory host(int frames) {
    return new HostMemory(4096L * frames, () -> new RandomStreams(1, 0).stream("frames"));
  }

  /** Frames of guests; the monitor has one for itself. */
  private long used() {
    return memory.host().used() - 1;
  }

  private void put(GuestMap map, int page, long content) {
    assertThat(memory.fill(map, page)).isTrue();
    memory.write(map, page, content);
  }

  @Test
  void equalPagesOfTwoGuestsStandOnOneFrameAfterTheSecondLook() {
    put(first, 0, 42);
    put(second, 9, 42);
    assertThat(memory.share(first, 0)).isFalse();
    assertThat(memory.share(second, 9)).isTrue();
    assertThat(used()).isEqualTo(1);
    assertThat(memory.shared()).isEqualTo(2);
    assertThat(memory.saved()).isEqualTo(1);
    assertThat(first.frame(0)).isEqualTo(second.frame(9));
  }

  @Test
  void aPageThatHasChangedSinceItsHintIsNotShared() {
    put(first, 0, 42);
    memory.share(first, 0);
    memory.write(first, 0, 43);
    put(second, 9, 42);
    assertThat(memory.share(second, 9)).isFalse();
    assertThat(memory.saved()).isEqualTo(0);
  }

  @Test
  void aWriteToASharedPageCopiesItAndTheLastOneKeepsTheFrame() {
    for (int page = 0; page < 3; page++) {
      put(first, page, 42);
      memory.share(first, page);
    }
    assertThat(used()).isEqualTo(1);
    assertThat(memory.look(first, 1, false)).isEqualTo(Touch.HIT);
    assertThat(memory.look(first, 1, true)).isEqualTo(Touch.COPY);
    memory.copy(first, 1);
    assertThat(used()).isEqualTo(2);
    memory.copy(first, 0);
    memory.copy(first, 2);
    assertThat(used()).isEqualTo(3);
    assertThat(memory.saved()).isEqualTo(0);
    assertThat(memory.look(first, 2, true)).isEqualTo(Touch.HIT);
  }

  @Test
  void aSwappedPageLeavesItsFrameWhenItIsWrittenAndKeepsItsContent() {
    memory.swap().resize(1);
    put(first, 0, 42);
    put(first, 1, 43);
    int frame = memory.swapOut(first, 0);
    assertThat(memory.swapOut(first, 1)).isEqualTo(HostMemory.NONE);
    assertThat(used()).isEqualTo(2);
    memory.written(frame);
    assertThat(used()).isEqualTo(1);
    assertThat(memory.look(first, 0, false)).isEqualTo(Touch.SWAPPED);
    memory.swapIn(first, 0, memory.takeForReading(first, 0));
    assertThat(first.content(0)).isEqualTo(42);
    assertThat(memory.swap().used()).isEqualTo(0);
  }

  /** Every frame is free, of one page, shared with a count, or on its way; none is lost. */
  @Test
  void noFrameIsLostWhateverHappens() {
    for (int seed = 0; seed < 20; seed++) {
      new RandomWorld(seed).run();
    }
  }

  /** Guests to which anything may happen in any order. */
  private static final class RandomWorld {
    private final RandomStream random;
    private final Backing memory = new Backing(host(150));
    private final List<GuestMap> maps = new ArrayList<>();
    private final List<Integer> writing = new ArrayList<>();
    private final List<int[]> reading = new ArrayList<>();

    RandomWorld(int seed) {
      random = new RandomStreams(seed, 0).stream("world");
      memory.swap().resize(40);
      memory.host().reserve(7);
      for (int i = 0; i < 4; i++) {
        maps.add(memory.add("guest", PAGES));
      }
    }

    void run() {
      for (int i = 0; i < 3000; i++) {
        step(maps.get(random.nextInt(maps.size())), random.nextInt(PAGES));
        if (i % 10 == 0) {
          count();
        }
      }
    }

    private void step(GuestMap map, int page) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> touch(map, page, random.nextInt(2) == 0);
        case 3, 4 -> {
          if (map.isPrivate(page)) {
            memory.share(map, page);
          }
        }
        case 5 -> {
          if (map.isPrivate(page)) {
            int frame = memory.swapOut(map, page);
            if (frame != HostMemory.NONE) {
              writing.add(frame);
            }
          }
        }
        case 6 -> {
          if (random.nextInt(4) == 0) {
            memory.balloon(map, page);
          }
        }
        default -> finish(map);
      }
    }

    private void touch(GuestMap map, int page, boolean write) {
      boolean there =
          switch (memory.look(map, page, write)) {
            case HIT -> true;
            case FILL -> memory.fill(map, page);
            case COPY -> memory.copy(map, page);
            case SWAPPED -> read(map, page);
          };
      if (there && write) {
        memory.write(map, page, random.nextInt(12));
      }
    }

    private boolean read(GuestMap map, int page) {
      int frame = memory.takeForReading(map, page);
      if (frame != HostMemory.NONE) {
        reading.add(new int[] {map.index, page, frame});
      }
      return false;
    }

    private void finish(GuestMap map) {
      if (!writing.isEmpty()) {
        memory.written(writing.remove(0));
      }
      if (!reading.isEmpty()) {
        int[] read = reading.remove(0);
        memory.swapIn(maps.get(read[0]), read[1], read[2]);
      }
      if (random.nextInt(200) == 0) {
        memory.clear(map);
      }
    }

    private void count() {
      Map<Integer, Integer> pagesOf = new TreeMap<>();
      Map<Integer, Long> contentOf = new TreeMap<>();
      int own = 0;
      int swapped = 0;
      for (GuestMap map : maps) {
        for (int page = 0; page < PAGES; page++) {
          swapped += map.isSwapped(page) ? 1 : 0;
          own += map.isPrivate(page) ? 1 : 0;
          if (map.isMapped(page)) {
            pagesOf.merge(map.frame(page), 1, Integer::sum);
            assertThat(memory.host().owner(map.frame(page)))
                .isEqualTo(map.isShared(page) ? HostMemory.SHARED : map.owner);
            Long other = contentOf.put(map.frame(page), map.content(page));
            assertThat(other == null || other == map.content(page)).isTrue();
            long count = map.isShared(page) ? memory.table().count(map.content(page)) : 1;
            assertThat(count).isBetween(1L, 4L * PAGES);
          }
        }
      }
      int[] shared = {0};
      pagesOf.forEach((frame, pages) -> shared[0] += pages > 1 ? 1 : 0);
      assertThat(memory.own()).isEqualTo(own);
      assertThat(memory.swap().used()).isEqualTo(swapped);
      assertThat(memory.table().frames()).isGreaterThanOrEqualTo(shared[0]);
      assertThat(pagesOf).hasSize(own + memory.table().frames());
      assertThat(memory.host().frames())
          .isEqualTo(memory.free() + 7 + pagesOf.size() + writing.size() + reading.size());
    }
  }
}
