package vdcsim.hardware.iommu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * The memory of a host as devices reach it: whose each address is. The first 4 GiB are the host's
 * own; machines follow, each in one piece, from the moment when somebody asks where it is.
 *
 * <p>Metrics, below a machine's name: {@code dma-overwritten} and {@code dma-leaked}, the bytes
 * that devices of others have written to its memory and read from it; below the host's: the same of
 * its own memory, and {@code dma-violations}, how many requests did either to anybody.
 */
public final class PhysicalMemory {
  /** Where the memory of machines begins. */
  public static final long FIRST = 1L << 32;

  private static final long ALIGNED = MappingSize.HUGE.bytes();

  private final String host;
  private final Metrics metrics;
  private final List<Range> ranges = new ArrayList<>();
  private final Map<String, Range> byOwner = new TreeMap<>();
  private final Counter violations;
  private long end = FIRST;

  /** A piece of memory, and whose it is. */
  public static final class Range {
    private final String owner;
    private final long first;
    private final long bytes;
    private final Counter overwritten;
    private final Counter leaked;

    private Range(String owner, long first, long bytes, Metrics metrics) {
      this.owner = owner;
      this.first = first;
      this.bytes = bytes;
      this.overwritten = metrics.counter(owner + ".dma-overwritten", Unit.BYTES);
      this.leaked = metrics.counter(owner + ".dma-leaked", Unit.BYTES);
    }

    /** Whose it is. */
    public String owner() {
      return owner;
    }

    /** Its first address. */
    public long first() {
      return first;
    }

    /** How many bytes it has. */
    public long bytes() {
      return bytes;
    }

    /** Whether an address lies in it. */
    public boolean has(long address) {
      return address >= first && address - first < bytes;
    }
  }

  PhysicalMemory(String host, Metrics metrics) {
    this.host = host;
    this.metrics = metrics;
    this.violations = metrics.counter(host + ".dma-violations", Unit.COUNT);
    add(new Range(host, 0, FIRST, metrics));
  }

  private Range add(Range range) {
    ranges.add(range);
    byOwner.put(range.owner, range);
    return range;
  }

  /** Where a machine's memory lies; it gets its place when it is the first time asked for. */
  public Range of(String machine, long bytes) {
    Range known = byOwner.get(machine);
    if (known != null) {
      return known;
    }
    Range made = add(new Range(machine, end, bytes, metrics));
    end += (bytes + ALIGNED - 1) / ALIGNED * ALIGNED;
    return made;
  }

  /** Where the host's own memory lies. */
  public Range own() {
    return byOwner.get(host);
  }

  /** A device of {@code owner} reaches memory; what is another's is counted there. */
  boolean reach(Range owner, long address, long bytes, boolean write) {
    if (owner.has(address)) {
      return true;
    }
    violations.increment();
    for (Range range : ranges) {
      if (range.has(address)) {
        (write ? range.overwritten : range.leaked).add(bytes);
      }
    }
    return false;
  }
}
