package vdcsim.hypervisor.memory.tlb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetCacheTest {
  @Test
  void theEntryThatWasUsedLongestAgoGivesWay() {
    SetCache cache = new SetCache(4, 4);
    for (long key = 1; key <= 4; key++) {
      cache.keep(key, 10 * key);
    }
    assertThat(cache.find(1)).isEqualTo(10);
    cache.keep(5, 50);
    assertThat(cache.find(2)).isEqualTo(SetCache.MISS);
    assertThat(cache.find(1)).isEqualTo(10);
    assertThat(cache.find(5)).isEqualTo(50);
  }

  /**
   * 8 entries in 2 sets of 4: five even keys fall into one set, and the odd ones are left alone.
   */
  @Test
  void aSetOverflowsThoughOthersHaveRoom() {
    SetCache cache = new SetCache(8, 4);
    cache.keep(1, 11);
    for (long key = 2; key <= 10; key += 2) {
      cache.keep(key, 10 * key);
    }
    assertThat(cache.find(2)).isEqualTo(SetCache.MISS);
    assertThat(cache.find(4)).isEqualTo(40);
    assertThat(cache.find(1)).isEqualTo(11);
  }

  @Test
  void aDroppedKeyLeavesRoomWithoutPushingAnotherOut() {
    SetCache cache = new SetCache(2, 2);
    cache.keep(1, 10);
    cache.keep(2, 20);
    cache.drop(2);
    cache.keep(3, 30);
    assertThat(cache.find(1)).isEqualTo(10);
    assertThat(cache.find(2)).isEqualTo(SetCache.MISS);
    assertThat(cache.find(3)).isEqualTo(30);
  }

  @Test
  void aCacheWithoutEntriesKeepsNothing() {
    SetCache cache = new SetCache(0, 1);
    cache.keep(1, 10);
    assertThat(cache.find(1)).isEqualTo(SetCache.MISS);
  }

  @Test
  void aKeyIsKeptOnce() {
    SetCache cache = new SetCache(2, 2);
    cache.keep(1, 10);
    cache.keep(1, 11);
    cache.keep(2, 20);
    assertThat(cache.find(1)).isEqualTo(11);
    cache.drop(1);
    assertThat(cache.find(1)).isEqualTo(SetCache.MISS);
  }
}
