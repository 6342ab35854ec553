package vdcsim.hypervisor.memory.tlb;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about what a processor keeps of translations. */
@Doc("The TLB of a processor, and its caches of page-table entries.")
public record TlbSpec(
    @Key(
            value = "Entries for pages of 4 KiB.",
            fallback = "64",
            source = "Intel Nehalem and Sandy Bridge, first-level data TLB (CPUID leaf 2)")
        int entries,
    @Key(
            value = "Entries in a set.",
            fallback = "4",
            source = "Intel Nehalem and Sandy Bridge, first-level data TLB (CPUID leaf 2)")
        int ways,
    @Key(
            value = "Entries for pages of 2 MiB, in sets of as many.",
            fallback = "32",
            source = "Intel Nehalem and Sandy Bridge, first-level data TLB (CPUID leaf 2)")
        int large,
    @Key(
            value = "Entries for pages of 1 GiB, in one set.",
            fallback = "4",
            source = "Intel Sandy Bridge, first-level data TLB (CPUID leaf 2)")
        int huge,
    @Key(
            value = "Entries of the second level, for pages of 4 KiB, in sets of four.",
            fallback = "512",
            source = "Intel Nehalem and Sandy Bridge, shared second-level TLB (CPUID leaf 2)")
        int second,
    @Key(
            value = "Cycles that a hit in the second level takes.",
            fallback = "7",
            source = "Intel optimization manual, Sandy Bridge: 7 cycles")
        int secondCycles,
    @Key(
            value = "Entries of the cache that skips to the lowest level of a page table.",
            fallback = "24",
            source = "Bhargava et al., ASPLOS 2008, the page walk cache (from memory)")
        int directories,
    @Key(
            value = "Entries of the caches that skip to each of the levels above.",
            fallback = "4",
            source = "few are needed: an entry covers 1 GiB and more")
        int upper,
    @Key(
            value = "Entries for a guest's frames, under nested paging.",
            fallback = "16",
            source = "Bhargava et al., ASPLOS 2008, the nested TLB (from memory)")
        int nested,
    @Key(
            value = "How entries are told apart.",
            fallback = "vpid",
            source = "Intel processors from Nehalem on")
        Tags tags) {
  /** What holds when a scenario says nothing. */
  public static final TlbSpec UNSAID = new TlbSpec(64, 4, 32, 4, 512, 7, 24, 4, 16, Tags.VPID);

  /** A processor that keeps nothing: every access walks the whole way. */
  public static final TlbSpec NOTHING = new TlbSpec(0, 1, 0, 0, 0, 7, 0, 0, 0, Tags.VPID);

  /** Entries in a set of the arrays for large pages and of the second level. */
  static final int WAYS = 4;

  private static final int MOST = 1 << 16;

  public TlbSpec {
    within("entries", entries);
    within("large", large);
    within("huge", huge);
    within("second", second);
    within("second-cycles", secondCycles);
    within("directories", directories);
    within("upper", upper);
    within("nested", nested);
    if (ways < 1) {
      throw new Refusal("ways", "ways must be at least 1, was " + ways);
    }
    sets("entries", entries, ways);
    sets("large", large, WAYS);
    sets("second", second, WAYS);
  }

  private static void within(String key, int value) {
    if (value < 0 || value > MOST) {
      throw new Refusal(key, key + " must lie between 0 and " + MOST + ", was " + value);
    }
  }

  private static void sets(String key, int entries, int ways) {
    if (entries % ways != 0 || Integer.bitCount(entries / ways) > 1) {
      throw new Refusal(
          key, key + " must make a power of two of sets of " + ways + ", was " + entries);
    }
  }
}
