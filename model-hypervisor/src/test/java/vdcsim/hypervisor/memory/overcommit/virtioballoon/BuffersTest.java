package vdcsim.hypervisor.memory.overcommit.virtioballoon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuffersTest {
  /** 32 bits each, the lowest byte first. */
  @Test
  void pageNumbersAreLittleEndian() {
    byte[] bytes = PageNumbers.encode(new int[] {1, 0x01020304});
    assertThat(bytes).containsExactly(1, 0, 0, 0, 4, 3, 2, 1);
    assertThat(PageNumbers.decode(bytes)).containsExactly(1, 0x01020304);
  }

  /** Tags of 16 bits, figures of 64; packed, and what is not known is passed over. */
  @Test
  void figuresHaveTags() {
    BalloonStats stats = new BalloonStats(4096, 1 << 20, 300);
    byte[] bytes = stats.encode();
    assertThat(bytes).hasSize(30).startsWith(4, 0, 0, 16, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 16);
    assertThat(BalloonStats.decode(bytes)).isEqualTo(stats);
    bytes[0] = 9;
    assertThat(BalloonStats.decode(bytes)).isEqualTo(new BalloonStats(0, 1 << 20, 300));
  }
}
