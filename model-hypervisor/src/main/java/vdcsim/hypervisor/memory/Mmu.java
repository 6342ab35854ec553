package vdcsim.hypervisor.memory;

import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.cpu.PagingMonitor;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.tlb.Tags;
import vdcsim.hypervisor.memory.tlb.Tlb;
import vdcsim.hypervisor.memory.tlb.TlbSpec;
import vdcsim.hypervisor.memory.tlb.WalkCache;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/** The translating part of a guest's processor: its TLB, its caches, and what has been counted. */
public final class Mmu {
  private final TlbSpec spec;
  private final Tlb tlb;
  private final WalkCache walkCache;
  private final PagingCosts costs;
  private final PagingMonitor monitor;
  private final PhysicalMap memory;
  private Ledger ledger = new Ledger();
  private int tag;
  private long accesses;
  private long misses;
  private long walks;
  private long references;
  private long hiddenFaults;
  private long faults;
  private long updates;
  private long refused;
  private long escapes;

  /**
   * A processor that has translated nothing yet.
   *
   * @param levels of the tables that its walks begin with
   * @param monitor what has a part in the paging, and says what that costs
   */
  public Mmu(
      TlbSpec spec, int levels, PagingCosts costs, PagingMonitor monitor, PhysicalMap memory) {
    this.spec = spec;
    this.tlb = new Tlb(spec);
    this.walkCache = new WalkCache(spec, levels);
    this.costs = costs;
    this.monitor = monitor;
    this.memory = memory;
  }

  /** Counts anew; what is kept stays. */
  public void restart() {
    restart(new Ledger());
  }

  /** Counts anew, and writes down what is to be paid in a ledger that others use too. */
  public void restart(Ledger shared) {
    ledger = shared;
    accesses = 0;
    misses = 0;
    walks = 0;
    references = 0;
    hiddenFaults = 0;
    faults = 0;
    updates = 0;
    refused = 0;
    escapes = 0;
    tlb.restart();
  }

  /** Whether the TLB lets an access through, which it counts. */
  public boolean reaches(long address, boolean write) {
    accesses++;
    return retries(address, write);
  }

  /** The same, for an access that has been counted already. */
  public boolean retries(long address, boolean write) {
    long bits = write ? Entry.TO_WRITE | Entry.DIRTY : Entry.TO_READ;
    if (tlb.find(address, tag, bits) != Tlb.MISS) {
      return true;
    }
    misses++;
    return false;
  }

  /** A walk has ended, after so many references. */
  public void walked(long taken) {
    walks++;
    references += taken;
  }

  /** A walk has found a page, which the TLB keeps. */
  public void keep(long address, PageSize size, long entry) {
    if (!memory.owns(Entry.frame(entry))) {
      escapes++;
    }
    tlb.keep(address, tag, size, entry);
  }

  /**
   * Something has come up in which the monitor may have a part. Where that is an exit, and entries
   * have no tags, it empties the TLB.
   *
   * @return whether it has led to an exit
   */
  public boolean meet(PagingEvent event, long besides) {
    long before = ledger.exits();
    monitor.charge(event, besides, ledger);
    boolean left = ledger.exits() > before;
    if (left && spec.tags() == Tags.NONE) {
      clear();
    }
    return left;
  }

  /** The same, without any work beside. */
  public boolean meet(PagingEvent event) {
    return meet(event, 0);
  }

  /** The kernel writes an entry, and nobody watches. */
  public void store() {
    ledger.direct(1, costs.update());
  }

  /** Another address space is loaded. */
  public void load(AddressSpace space) {
    if (spec.tags() == Tags.PCID) {
      tag = space.number();
    } else {
      clear();
    }
  }

  /** Forgets the translation of an address, and what walks go by. */
  public void drop(long address) {
    tlb.drop(address, tag);
    walkCache.clear();
  }

  /** Forgets all translations. */
  public void clear() {
    tlb.clear();
    walkCache.clear();
  }

  /** A guest's fault that its kernel has to handle. */
  public void countFault() {
    faults++;
  }

  /** A fault of which the guest knows nothing. */
  public void countHiddenFault() {
    hiddenFaults++;
  }

  /** A write to a page table. */
  public void countUpdate() {
    updates++;
  }

  /** A translation or an update that was refused. */
  public void countRefused() {
    refused++;
  }

  /** Shows what it has counted as metrics below a guest's name. */
  public void publish(String name, Metrics metrics) {
    metrics.figure(name + ".tlb-misses", Unit.COUNT, this::misses);
    metrics.figure(name + ".walks", Unit.COUNT, this::walks);
    metrics.figure(name + ".walk-references", Unit.COUNT, this::walkReferences);
    metrics.figure(name + ".updates", Unit.COUNT, this::updates);
    metrics.figure(name + ".guest-faults", Unit.COUNT, this::faults);
    metrics.figure(name + ".hidden-faults", Unit.COUNT, this::hiddenFaults);
  }

  /** What has been paid for, but for walks and the second level of the TLB. */
  public Ledger ledger() {
    return ledger;
  }

  /** What things cost. */
  public PagingCosts costs() {
    return costs;
  }

  /** The guest's memory. */
  public PhysicalMap memory() {
    return memory;
  }

  /** The host's memory. */
  public HostMemory host() {
    return memory.host();
  }

  /** The paging-structure caches. */
  public WalkCache walkCache() {
    return walkCache;
  }

  /** What the processor keeps. */
  public TlbSpec spec() {
    return spec;
  }

  /** The tag of the address space that is loaded. */
  public int tag() {
    return tag;
  }

  /** All cycles: what was paid for, walks, and hits in the second level of the TLB. */
  public long cycles() {
    return ledger.cycles() + lookUpCycles();
  }

  /** The cycles of walks, and of hits in the second level of the TLB. */
  public long lookUpCycles() {
    return walkCycles() + tlb.secondHits() * spec.secondCycles();
  }

  /** The cycles of walks, rounded down. */
  public long walkCycles() {
    return references * costs.referenceHundredths() / 100;
  }

  /** Accesses of programs. */
  public long accesses() {
    return accesses;
  }

  /** How often the TLB did not let an access through, at its repetition after a fault too. */
  public long misses() {
    return misses;
  }

  /** Walks of the processor. */
  public long walks() {
    return walks;
  }

  /** References to memory in walks. */
  public long walkReferences() {
    return references;
  }

  /** Faults of which the guest knew nothing. */
  public long hiddenFaults() {
    return hiddenFaults;
  }

  /** Faults that the guest's kernel had to handle. */
  public long faults() {
    return faults;
  }

  /** Writes to page tables. */
  public long updates() {
    return updates;
  }

  /** Translations and updates that were refused. */
  public long refused() {
    return refused;
  }

  /** Pages that the TLB was given and that are not the guest's. */
  public long escapes() {
    return escapes;
  }
}
