package vdcsim.hardware.disk.pagecache;

import java.time.Duration;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the page cache of a host. */
@Doc("The memory in which a host's kernel keeps pages of files.")
@Shorthand("size")
public record PageCacheSpec(
    @Key(
            value = "How much it may hold.",
            fallback = "1 GiB",
            source = "an assumption: what the rest of the host leaves",
            example = "8 GiB")
        DataSize size,
    @Key(
            value = "The share of it that may wait to be written before that begins.",
            fallback = "10 %",
            source = "Linux, vm.dirty_background_ratio")
        Ratio background,
    @Key(
            value = "The share of it that may wait before writers wait as well.",
            fallback = "20 %",
            source = "Linux, vm.dirty_ratio")
        Ratio dirty,
    @Key(
            value = "How long a page may wait to be written.",
            fallback = "30 s",
            source = "Linux, vm.dirty_expire_centisecs")
        Duration expire,
    @Key(
            value = "How often it is looked for pages that have waited so long.",
            fallback = "5 s",
            source = "Linux, vm.dirty_writeback_centisecs")
        Duration interval,
    @Key(
            value = "Cycles of a call that finds its pages, the copy apart.",
            fallback = "1500",
            source =
                "an assumption: half a microsecond at 3 GHz for the call and the tree of pages")
        int access,
    @Key(
            value = "Cycles to copy 1024 bytes to or from the cache.",
            fallback = "340",
            source = "one core copies about 9 GB/s at 3 GHz, as STREAM copy has it on one thread")
        int copyKib) {
  /** What holds when a scenario says nothing. */
  static final PageCacheSpec DEFAULT =
      new PageCacheSpec(
          new DataSize(1L << 30),
          new Ratio(0.1),
          new Ratio(0.2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          1500,
          340);

  public PageCacheSpec {
    if (size.bytes() < 1 << 20) {
      throw new Refusal("size", "a page cache has at least 1 MiB, had " + size.bytes() + " B");
    }
    if (dirty.value() > 1 || dirty.value() <= 0) {
      throw new Refusal("dirty", "dirty must be more than 0 % and at most 100 %");
    }
    if (background.value() > dirty.value()) {
      throw new Refusal("background", "writing begins before writers wait: at most 'dirty'");
    }
    if (interval.isZero()) {
      throw new Refusal("interval", "interval must be more than 0 s");
    }
    if (access < 0 || copyKib < 0) {
      throw new Refusal(access < 0 ? "access" : "copy-kib", "cycles must not be negative");
    }
  }
}
