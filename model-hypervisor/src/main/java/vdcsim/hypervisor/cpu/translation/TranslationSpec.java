package vdcsim.hypervisor.cpu.translation;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about binary translation. */
@Doc("How a translator of the guest's kernel code works.")
public record TranslationSpec(
    @Key(
            value = "How many instructions of the guest the translation cache holds.",
            fallback = "1000000",
            source = "more than a kernel's working set; no published figure")
        long cache,
    @Key(
            value = "Whether translated blocks jump to each other directly.",
            fallback = "true",
            source = "Adams and Agesen 2006, 3.2")
        boolean chaining,
    @Key(
            value = "How the sites are treated that read the clock or write page tables.",
            fallback = "adaptive",
            source = "Adams and Agesen 2006, 3.3")
        SitePolicy sites,
    @Key(
            value = "What is thrown away when the cache is full.",
            fallback = "flush",
            source = "the simplest; no published policy")
        EvictionPolicy eviction,
    @Key(
            value = "After how many traps, and then callouts, an adaptive site changes.",
            fallback = "10",
            source = "no published figure")
        int adaptAfter) {
  /** What holds when a scenario says nothing. */
  public static final TranslationSpec UNSAID =
      new TranslationSpec(1_000_000, true, SitePolicy.ADAPTIVE, EvictionPolicy.FLUSH, 10);

  public TranslationSpec {
    if (cache < 1) {
      throw new Refusal("cache", "cache must be at least 1, was " + cache);
    }
    if (adaptAfter < 1) {
      throw new Refusal("adapt-after", "adapt-after must be at least 1, was " + adaptAfter);
    }
  }
}
