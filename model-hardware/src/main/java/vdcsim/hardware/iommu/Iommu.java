package vdcsim.hardware.iommu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * The remapping hardware of a host (VT-d): no request of a device that is given to a machine gets
 * to memory or to a processor but as its tables say.
 *
 * <p>Metrics, below the host's name and {@code iommu}: {@code requests} for memory, {@code
 * iotlb-hits}, {@code iotlb-misses}, {@code iotlb-hit-ratio}, {@code context-misses}, {@code
 * walk-references}, the entries that walks have read, {@code walk-time}, for how long requests
 * waited for walks; {@code interrupts-remapped}, {@code interrupts-posted}, {@code
 * interrupt-misses} of the cache of entries; {@code faults}, the requests that were blocked, {@code
 * faults-by.REASON}, {@code faults-overflowed}, of which no register was free; {@code
 * invalidations}. The table {@code iommu-faults} has the faults that software has read.
 */
public final class Iommu {
  /** A request is blocked. */
  static final long BLOCKED = TranslationUnit.BLOCKED;

  private static final long PAGE_BYTES = 4096;

  private final IommuSpec spec;
  private final Simulation simulation;
  private final TranslationUnit unit;
  private final InterruptTable interrupts = new InterruptTable();
  private final LongCache interruptCache;
  private final InvalidationQueue queue;
  private final FaultLog faults;
  private final Map<String, Domain> domains = new TreeMap<>();
  private final long[] walkerFreeNs;
  private final long referenceNs;
  private final Counter requests;
  private final Counter walkNs;
  private final Counter remapped;
  private final Counter posted;
  private final Counter interruptMisses;
  private long lastHost;

  Iommu(String host, IommuSpec spec, Simulation simulation) {
    this.spec = spec;
    this.simulation = simulation;
    Metrics metrics = simulation.metrics();
    String name = host + ".iommu";
    this.unit = new TranslationUnit(name, spec, metrics);
    this.interruptCache = new LongCache(spec.interruptCache());
    this.queue = new InvalidationQueue(simulation, name, spec.invalidation().toNanos());
    this.faults = new FaultLog(host, name, spec.faultRegisters(), simulation);
    this.walkerFreeNs = new long[spec.walkers()];
    this.referenceNs = spec.reference().toNanos();
    this.requests = metrics.counter(name + ".requests", Unit.COUNT);
    this.walkNs = metrics.counter(name + ".walk-time", Unit.NANOSECONDS);
    this.remapped = metrics.counter(name + ".interrupts-remapped", Unit.COUNT);
    this.posted = metrics.counter(name + ".interrupts-posted", Unit.COUNT);
    this.interruptMisses = metrics.counter(name + ".interrupt-misses", Unit.COUNT);
  }

  /** Gives a host a unit. */
  public static Wiring make(String host, IommuSpec spec, World world) {
    world.require("", host, Host.class, "host");
    Iommu made = new Iommu(host, spec, world.simulation());
    world.add(host, made);
    return () ->
        world
            .find(host, Machine.class)
            .ifPresent(
                machine ->
                    made.faults.handledBy(
                        machine.interrupts(0), ns -> machine.processor().cycles(ns)));
  }

  /** What a scenario says about it. */
  public IommuSpec spec() {
    return spec;
  }

  /** The faults that software has read from its registers. */
  public List<Fault> faults() {
    return faults.read();
  }

  /** Puts a function into its machine's domain, in which the machine's memory is mapped. */
  void assign(SourceId source, PhysicalMemory.Range memory) {
    Domain domain = domains.get(memory.owner());
    if (domain == null) {
      domain = unit.newDomain(spec.levels());
      domains.put(memory.owner(), domain);
      domain.map(0, memory.first(), memory.bytes(), spec.pageSize(), true);
    }
    unit.tables().write(source, domain);
    queue.append(() -> unit.forgetContext(source));
  }

  /** Takes a function out of its domain; what is cached is used until the queue is worked off. */
  void withdraw(SourceId source, String machine) {
    unit.tables().clear(source);
    queue.append(() -> unit.forgetContext(source));
    int domain = domains.get(machine).id();
    queue.append(() -> unit.forgetDomain(domain));
  }

  /** Takes a piece out of a machine's address space, page by page of the size of its mapping. */
  void unmap(Domain domain, long address, long bytes) {
    for (long at = address; at < address + bytes; at += spec.pageSize().bytes()) {
      domain.table().unmap(at, spec.pageSize());
    }
    queue.append(() -> unit.forgetPages(domain.id(), address, bytes));
  }

  /**
   * A function asks for memory: for how long it waits for walks, or {@link #BLOCKED}. Each page of
   * 4 KiB that it touches is looked up; it is blocked as a whole if one is.
   */
  long pass(SourceId source, long address, long bytes, boolean write) {
    requests.increment();
    long before = unit.references();
    long last = address + Math.max(1, bytes) - 1;
    long host = unit.translate(source, address, write);
    lastHost = host;
    long page = (address & -PAGE_BYTES) + PAGE_BYTES;
    while (host != BLOCKED && page <= last) {
      host = unit.translate(source, page, write);
      page += PAGE_BYTES;
    }
    long delayNs = walked(unit.references() - before);
    if (host == BLOCKED) {
      faults.record(unit.reason(), source, write, page - PAGE_BYTES);
      return BLOCKED;
    }
    return delayNs;
  }

  /** Where in the host the last request that passed begins. */
  long lastHost() {
    return lastHost;
  }

  /** So many entries are read one after the other, when a walker is free. */
  private long walked(long references) {
    if (references == 0) {
      return 0;
    }
    int first = 0;
    for (int i = 1; i < walkerFreeNs.length; i++) {
      if (walkerFreeNs[i] < walkerFreeNs[first]) {
        first = i;
      }
    }
    long now = simulation.now();
    walkerFreeNs[first] = Math.max(now, walkerFreeNs[first]) + references * referenceNs;
    walkNs.add(walkerFreeNs[first] - now);
    return walkerFreeNs[first] - now;
  }

  /** An entry for a vector of a processor; what the function has to write for it. */
  HostInterrupts.Message remap(SourceId source, int destination, int vector) {
    return entry(interrupts.remapped(source, destination, vector));
  }

  /** An entry that posts to a descriptor; what the function has to write for it. */
  HostInterrupts.Message post(SourceId source, PostedDescriptor to, int vector) {
    return entry(interrupts.posted(source, to, vector));
  }

  private static HostInterrupts.Message entry(int index) {
    return new HostInterrupts.Message(InterruptTable.address(index), 0);
  }

  /** A function has written a message; {@code through} gets it if it passes. */
  void interrupt(SourceId source, String owner, long address, int data, HostInterrupts through) {
    if (!spec.interruptRemapping()) {
      through.deliver(owner, address, data);
      return;
    }
    if (!InterruptTable.isRemappable(address)) {
      faults.record(FaultReason.COMPATIBILITY_FORMAT, source, true, data);
      return;
    }
    int index = InterruptTable.index(address);
    Optional<FaultReason> fault = check(source, index);
    if (fault.isPresent()) {
      faults.record(fault.get(), source, true, index);
    } else if (interrupts.isPosted(index)) {
      posted.increment();
      interrupts.descriptor(index).post(interrupts.vector(index));
    } else {
      remapped.increment();
      through.deliver(owner, interrupts.destination(index), interrupts.vector(index));
    }
  }

  private Optional<FaultReason> check(SourceId source, int index) {
    if (index >= interrupts.size()) {
      return Optional.of(FaultReason.INDEX_BEYOND_TABLE);
    }
    if (!interruptCache.holds(index)) {
      interruptMisses.increment();
      interruptCache.add(index, 0);
    }
    if (!interrupts.isPresent(index)) {
      return Optional.of(FaultReason.ENTRY_NOT_PRESENT);
    }
    return interrupts.mayUse(index, source)
        ? Optional.empty()
        : Optional.of(FaultReason.FOREIGN_SOURCE);
  }

  /** Takes an entry of the interrupt table out. */
  void clearInterrupt(long address) {
    int index = InterruptTable.index(address);
    interrupts.clear(index);
    queue.append(() -> interruptCache.forget(key -> key == index));
  }
}
