package vdcsim.hypervisor.migration;

import vdcsim.hypervisor.dirty.Memory;
import vdcsim.hypervisor.dirty.Xbzrle;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about sending differences. */
@Doc("Of a page that is sent again only what has changed is sent (QEMU's xbzrle).")
@Shorthand("cache")
public record XbzrleSpec(
    @Key(
            value = "How much memory remembers pages as they were sent: a power of two.",
            fallback = "64 MiB",
            source = "QEMU, migration/options.c: xbzrle-cache-size",
            example = "256 MiB")
        DataSize cache) {

  public XbzrleSpec {
    long bytes = cache.bytes();
    if (bytes < Memory.PAGE_BYTES || Long.bitCount(bytes) != 1) {
      throw new Refusal(
          "cache", "a cache is a power of two of at least 4096 B, was %d B".formatted(bytes));
    }
  }

  /** For pages that change by so much. */
  Xbzrle of(Memory memory) {
    return Xbzrle.of(cache.bytes(), memory.changedBytes());
  }
}
