package vdcsim.hypervisor.cpu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.cpu.KernelCode;
import vdcsim.kernel.random.RandomStreams;

class CodeCacheTest {
  private static CodeCache cache(long instructions, EvictionPolicy eviction) {
    TranslationSpec spec =
        new TranslationSpec(instructions, true, SitePolicy.ADAPTIVE, eviction, 10);
    return new CodeCache(spec, new RandomStreams(7, 0).stream("code"));
  }

  private static KernelCode drawn(int footprint, double skew) {
    return new KernelCode(0, 10, 12, footprint, OptionalDouble.of(skew));
  }

  @Test
  void theOldestBlocksMakeRoomAndNoOthers() {
    CodeCache cache = cache(20 * 12, EvictionPolicy.OLDEST);
    cache.run(KernelCode.loop(0, 10, 12), 1);
    cache.run(KernelCode.loop(1, 15, 12), 1);
    assertThat(cache.cache().evictions()).isEqualTo(5);
    assertThat(cache.cache().used()).isEqualTo(240);
    // Of the ten, five are left; each that returns takes the place of the next.
    assertThat(cache.run(KernelCode.loop(1, 15, 12), 100).translated()).isZero();
    assertThat(cache.run(KernelCode.loop(0, 5, 12), 1).translated()).isEqualTo(5);
  }

  @Test
  void aFlushLosesWhatStillFits() {
    CodeCache flush = cache(20 * 12, EvictionPolicy.FLUSH);
    flush.run(KernelCode.loop(0, 10, 12), 1);
    flush.run(KernelCode.loop(1, 15, 12), 1);
    // Ten of the fifteen were translated before the cache was full, and had to go with the rest.
    assertThat(flush.cache().used()).isEqualTo(5 * 12);
    assertThat(flush.run(KernelCode.loop(1, 15, 12), 100).translated()).isEqualTo(10);
  }

  @Test
  void jumpsBetweenLoopsAreChainedOnce() {
    CodeCache cache = cache(1000, EvictionPolicy.FLUSH);
    KernelCode first = KernelCode.loop(0, 3, 12);
    KernelCode second = KernelCode.loop(1, 3, 12);
    assertThat(cache.run(first, 1).chainings()).isZero();
    assertThat(cache.run(second, 5).chainings()).isEqualTo(2);
    assertThat(cache.run(first, 1).chainings()).isEqualTo(1);
    assertThat(cache.run(second, 5).chainings()).isZero();
  }

  @Test
  void drawnCodeIsTranslatedOnceAndThenNeverAgain() {
    CodeCache cache = cache(1_000_000, EvictionPolicy.FLUSH);
    KernelCode code = drawn(100, 0);
    long translated = cache.run(code, 1_000_000_000_000L).translated();
    assertThat(translated).isEqualTo(100);
    assertThat(cache.run(code, 1_000_000_000_000L).translated()).isZero();
  }

  /** Of n like blocks, k draws find n (1 - (1 - 1/n)^k) different ones on average. */
  @Test
  void asManyBlocksAreMissedAsDifferentOnesAreDrawn() {
    double found = 0;
    for (int seed = 0; seed < 200; seed++) {
      TranslationSpec spec =
          new TranslationSpec(1_000_000, true, SitePolicy.ADAPTIVE, EvictionPolicy.FLUSH, 10);
      CodeCache cache = new CodeCache(spec, new RandomStreams(seed, 0).stream("code"));
      found += cache.run(drawn(1000, 0), 100).translated();
    }
    double expected = 1000 * (1 - Math.pow(1 - 1.0 / 1000, 1000));
    assertThat(found / 200).isBetween(0.99 * expected, 1.01 * expected);
  }

  /** A cache of half the code keeps half of it: each second draw is missed, whatever the policy. */
  @Test
  void aCacheOfHalfTheCodeMissesHalfOfTheDraws() {
    CodeCache cache = cache(500 * 12, EvictionPolicy.OLDEST);
    cache.run(drawn(1000, 0), 1000);
    long translated = cache.run(drawn(1000, 0), 10_000).translated();
    assertThat(translated / 100_000.0).isBetween(0.49, 0.51);
    assertThat(cache.cache().used()).isEqualTo(500 * 12);
  }

  @Test
  void steeperCodeIsWarmSooner() {
    long flat = cache(100_000, EvictionPolicy.FLUSH).run(drawn(5000, 0), 100).translated();
    long steep = cache(100_000, EvictionPolicy.FLUSH).run(drawn(5000, 1.5), 100).translated();
    assertThat(steep).isLessThan(flat / 3);
  }
}
