package vdcsim.hardware.iommu;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * What turns the addresses of requests into addresses of the host: a cache of context entries, one
 * of translations (IOTLB), one of entries above the lowest level, and the walks for what they do
 * not hold (VT-d 2.4, 3.4, 3.7 and 6.2). A request that must not pass is not cached.
 */
final class TranslationUnit {
  /** The request is blocked; {@link #reason} says why. */
  static final long BLOCKED = -1;

  /** Bits of a key: the level in 61 to 63, the domain in 45 to 60, the page below. */
  private static final int DOMAIN_SHIFT = 45;

  private static final int LEVEL_SHIFT = 61;
  private static final long PAGE = (1L << DOMAIN_SHIFT) - 1;
  private static final long DOMAIN_BITS = 0xFFFF;

  private final ContextTables tables = new ContextTables();
  private final List<Domain> domains = new ArrayList<>();
  private final LongCache contexts;
  private final LongCache translations;
  private final LongCache upperEntries;
  private final SecondLevelTable.Walk walk = new SecondLevelTable.Walk();
  private final Counter hits;
  private final Counter misses;
  private final Counter contextMisses;
  private final Counter references;
  private FaultReason reason = FaultReason.ROOT_NOT_PRESENT;

  TranslationUnit(String name, IommuSpec spec, Metrics metrics) {
    this.contexts = new LongCache(spec.contextCache());
    this.translations = new LongCache(spec.iotlb());
    this.upperEntries = new LongCache(spec.walkCache());
    this.hits = metrics.counter(name + ".iotlb-hits", Unit.COUNT);
    this.misses = metrics.counter(name + ".iotlb-misses", Unit.COUNT);
    this.contextMisses = metrics.counter(name + ".context-misses", Unit.COUNT);
    this.references = metrics.counter(name + ".walk-references", Unit.COUNT);
    metrics.figure(name + ".iotlb-hit-ratio", Unit.RATIO, this::hitRatio);
  }

  private double hitRatio() {
    return (double) hits.value() / (hits.value() + misses.value());
  }

  /** A further address space. */
  Domain newDomain(int levels) {
    // Number 0 is kept for entries that are not present (VT-d 2.4, 3.4.2: caching mode).
    Domain made = new Domain(domains.size() + 1, levels);
    domains.add(made);
    return made;
  }

  /** Root and context tables. */
  ContextTables tables() {
    return tables;
  }

  /** Entries that were read so far. */
  long references() {
    return references.total();
  }

  /** Why the last request was blocked. */
  FaultReason reason() {
    return reason;
  }

  private long blocked(FaultReason why) {
    reason = why;
    return BLOCKED;
  }

  /** Where a request for one page goes in the host, or {@link #BLOCKED}. */
  long translate(SourceId source, long address, boolean write) {
    if (!contexts.holds(source.bits())) {
      contextMisses.increment();
      references.increment();
      if (!tables.hasRoot(source)) {
        return blocked(FaultReason.ROOT_NOT_PRESENT);
      }
      references.increment();
      if (!tables.hasContext(source)) {
        return blocked(FaultReason.CONTEXT_NOT_PRESENT);
      }
      contexts.add(source.bits(), tables.upper(source));
    }
    // A context that is not cached for lack of places is read from its table.
    long upper = contexts.size() == 0 ? tables.upper(source) : contexts.value();
    Domain domain = domains.get(ContextTables.domain(upper) - 1);
    SecondLevelTable table = domain.table();
    if (table.levels() != ContextTables.levels(upper)) {
      return blocked(FaultReason.CONTEXT_INVALID);
    }
    return table.reaches(address)
        ? within(domain, address, write)
        : blocked(FaultReason.BEYOND_ADDRESS_WIDTH);
  }

  private long within(Domain domain, long address, boolean write) {
    int sizes = domain.table().sizes();
    for (int level = 1; level <= MappingSize.HUGE.level(); level++) {
      if ((sizes & 1 << level) != 0 && translations.holds(key(domain.id(), address, level))) {
        hits.increment();
        return pass(translations.value(), address, level, write);
      }
    }
    misses.increment();
    walk(domain, address);
    if (walk.rights() == 0) {
      return blocked(write ? FaultReason.WRITE_NOT_ALLOWED : FaultReason.READ_NOT_ALLOWED);
    }
    long found = walk.host() | walk.rights();
    translations.add(key(domain.id(), address, walk.level()), found);
    return pass(found, address, walk.level(), write);
  }

  /** Begins below the lowest entry that is cached; what it read above leaves is cached then. */
  private void walk(Domain domain, long address) {
    int from = domain.table().levels();
    for (int level = 2; level <= domain.table().levels(); level++) {
      if (upperEntries.holds(key(domain.id(), address, level))) {
        from = level - 1;
        break;
      }
    }
    domain.table().walk(address, from, walk);
    references.add(walk.references());
    for (int level = from; level > walk.level(); level--) {
      upperEntries.add(key(domain.id(), address, level), 0);
    }
  }

  private long pass(long entry, long address, int level, boolean write) {
    long needed = write ? SecondLevelTable.WRITE : SecondLevelTable.READ;
    if ((entry & needed) == 0) {
      return blocked(write ? FaultReason.WRITE_NOT_ALLOWED : FaultReason.READ_NOT_ALLOWED);
    }
    long within = (1L << SecondLevelTable.shift(level)) - 1;
    return (entry & ~0xFFFL & ~within) | (address & within);
  }

  private static long key(int domain, long address, int level) {
    long page = address >>> SecondLevelTable.shift(level);
    return ((long) level << LEVEL_SHIFT) | ((long) domain << DOMAIN_SHIFT) | (page & PAGE);
  }

  /** Forgets the context of a function. */
  void forgetContext(SourceId source) {
    contexts.forget(key -> key == source.bits());
  }

  /** Forgets all translations of a domain. */
  void forgetDomain(int domain) {
    translations.forget(key -> isOf(key, domain));
    upperEntries.forget(key -> isOf(key, domain));
  }

  /** Forgets translations of a domain's addresses from one on. */
  void forgetPages(int domain, long address, long bytes) {
    translations.forget(key -> isOf(key, domain) && isWithin(key, address, bytes));
    upperEntries.forget(key -> isOf(key, domain) && isWithin(key, address, bytes));
  }

  private static boolean isOf(long key, int domain) {
    return (key >>> DOMAIN_SHIFT & DOMAIN_BITS) == domain;
  }

  private static boolean isWithin(long key, long address, long bytes) {
    int shift = SecondLevelTable.shift((int) (key >>> LEVEL_SHIFT));
    long first = (key & PAGE) << shift;
    return first < address + bytes && address < first + (1L << shift);
  }
}
