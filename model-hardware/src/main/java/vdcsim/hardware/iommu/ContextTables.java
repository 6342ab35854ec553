package vdcsim.hardware.iommu;

/**
 * Root table and context tables as they lie in memory (VT-d 2.4, 9.1 and 9.3): a root entry for
 * each bus leads to a context table, whose entry for device and function says in which domain they
 * are, and how many levels the domain's tables have.
 */
final class ContextTables {
  static final long PRESENT = 1;

  private static final int BUSES = 256;
  private static final int FUNCTIONS = 256;
  private static final int WORDS = 2;
  private static final int DOMAIN_SHIFT = 8;
  private static final long DOMAIN = 0xFFFF;
  private static final long WIDTH = 7;

  /** Address width of 30 bits and two levels is 0 (VT-d 2.4, 9.3). */
  private static final int LEAST_LEVELS = 2;

  private final long[] roots = new long[BUSES];
  private final long[][] contexts = new long[BUSES][];

  /** Whether the bus has a context table. */
  boolean hasRoot(SourceId source) {
    return (roots[source.bus()] & PRESENT) != 0;
  }

  /** Whether the function is in a domain; asked only where its bus has a table. */
  boolean hasContext(SourceId source) {
    return (contexts[source.bus()][WORDS * source.deviceFunction()] & PRESENT) != 0;
  }

  /** The upper word of its entry: domain and address width. */
  long upper(SourceId source) {
    return contexts[source.bus()][WORDS * source.deviceFunction() + 1];
  }

  /** The domain that an upper word names. */
  static int domain(long upper) {
    return (int) (upper >>> DOMAIN_SHIFT & DOMAIN);
  }

  /** The levels that an upper word names. */
  static int levels(long upper) {
    return (int) (upper & WIDTH) + LEAST_LEVELS;
  }

  /** Puts a function into a domain. */
  void write(SourceId source, Domain domain) {
    int bus = source.bus();
    if (contexts[bus] == null) {
      contexts[bus] = new long[WORDS * FUNCTIONS];
      roots[bus] = PRESENT;
    }
    int at = WORDS * source.deviceFunction();
    contexts[bus][at] = PRESENT;
    contexts[bus][at + 1] =
        (long) domain.id() << DOMAIN_SHIFT | domain.table().levels() - LEAST_LEVELS;
  }

  /** Takes a function out of its domain. */
  void clear(SourceId source) {
    if (hasRoot(source)) {
      contexts[source.bus()][WORDS * source.deviceFunction()] = 0;
    }
  }
}
