package vdcsim.hypervisor.memory.guest;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.memory.direct.Direct;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.tlb.TlbSpec;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a guest that uses its memory. */
@Doc("A guest whose programs reach for memory, and whose kernel changes its page tables.")
public record GuestMemorySpec(
    @Key(value = "The host on which it runs; or say 'vm'.", example = "h1", names = "hosts")
        Optional<String> on,
    @Key(value = "The virtual machine in which it runs.", example = "web", names = "vms")
        Optional<String> vm,
    @Key(value = "The group of the host that it is in.", example = "a") Optional<String> group,
    @Key(
            value = "How its addresses become frames of the host.",
            fallback = "nested",
            source = "what hypervisors use today")
        PagingKind paging,
    @Key(
            value = "Whose costs hold; the clock is the host's.",
            fallback = "nehalem",
            source = "the first of Intel's with nested paging")
        ProcessorGeneration processor,
    @Key(
            value = "The guest's memory; that of the virtual machine where it is in one.",
            example = "1 GiB")
        Optional<DataSize> memory,
    @Key(value = "How much memory each process uses.", example = "64 MiB") DataSize workingSet,
    @Key(value = "Processes.", fallback = "1", source = "the least") int processes,
    @Key(value = "In which order a program reaches for its memory.", fallback = "random")
        Pattern pattern,
    @Key(value = "The power in the weights of zipf.", fallback = "1", source = "Zipf's law")
        double exponent,
    @Key(
            value = "How many accesses write.",
            fallback = "30 %",
            source = "a third of the loads and stores of programs are stores",
            example = "10 %")
        Ratio writes,
    @Key(
            value = "Instructions between two accesses, of a cycle each.",
            fallback = "2",
            source = "a third of the instructions of programs reach for memory")
        int compute,
    @Key(value = "How many accesses there are.", example = "1000000") long accesses,
    @Key(
            value = "Updates of a page's entry, for an access: its page goes to another frame.",
            fallback = "0 %",
            example = "1 %")
        Ratio moves,
    @Key(
            value = "Pages taken away before they are accessed, for an access: it then faults.",
            fallback = "0 %",
            example = "1 %")
        Ratio unmaps,
    @Key(
            value = "Pages made read-only before they are accessed, for an access.",
            fallback = "0 %",
            example = "1 %")
        Ratio protects,
    @Key(
            value = "After how many accesses another process runs; 0 for never.",
            fallback = "0",
            example = "10000")
        long switchEvery,
    @Key(
            value = "After how many accesses the process forks a child, which ends; 0 for never.",
            fallback = "0",
            example = "100000")
        long forkEvery,
    @Key(
            value = "How often the kernel tries to map memory that is not its own.",
            fallback = "0",
            example = "1")
        int foreign,
    @Key(
            value = "Whether all pages have been used before it begins, at no cost.",
            fallback = "true")
        boolean prepared,
    @Key(value = "The size of the guest's pages.", fallback = "small") PageSize pageSize,
    @Key(
            value = "The size of the pieces in which the host gives the guest its memory.",
            fallback = "small")
        PageSize backing,
    @Key(
            value = "Levels of the guest's page tables: 3, 4 or 5.",
            fallback = "4",
            source = "Intel SDM volume 3, 4.5")
        int levels,
    @Key(
            value = "Levels of the monitor's nested tables: 3, 4 or 5.",
            fallback = "4",
            source = "Intel SDM volume 3, 28.2.2")
        int nestedLevels,
    @Key(
            value = "Whether pages of shadowed tables may be written freely after the first write.",
            fallback = "false")
        boolean outOfSync,
    @Key(
            value = "Changes that a guest with direct paging gathers for a hypercall at most.",
            fallback = "2048",
            source = "Barham et al., SOSP 2003, 4.2: up to 2048")
        int batch,
    @Key("The processor's TLB.") Optional<TlbSpec> tlb,
    @Key(
            value = "Cycles of a reference to memory in a walk.",
            fallback = "19.75",
            source = "Belay et al., OSDI 2012, table 2: 35.8 cycles a native walk, of 1.81 here")
        double reference,
    @Key(
            value = "Cycles in which the kernel clears or copies a page of 4 KiB.",
            fallback = "1024",
            source = "four bytes a cycle")
        int pageCycles,
    @Key(value = "When it starts.", fallback = "0 s") Duration start) {
  private static final int MOST_PROCESSES = 1000;
  private static final int FEWEST_LEVELS = 3;
  private static final int MOST_LEVELS = 5;
  private static final long MOST_BYTES = 1L << 36;
  private static final double MOST_CYCLES = 10_000;

  public GuestMemorySpec {
    if (on.isPresent() == vm.isPresent()) {
      throw new Refusal("on", "say either 'on', a host, or 'vm', a virtual machine");
    }
    if (vm.isPresent() && memory.isPresent()) {
      throw new Refusal("memory", "its memory is that of the virtual machine");
    }
    if (workingSet.bytes() < pageSize.bytes() || workingSet.bytes() > MOST_BYTES) {
      throw new Refusal(
          "working-set",
          "a working set has from a page of %s to 64 GiB, was %d B"
              .formatted(pageSize.text(), workingSet.bytes()));
    }
    within("processes", processes, 1, MOST_PROCESSES);
    within("levels", levels, FEWEST_LEVELS, MOST_LEVELS);
    within("nested-levels", nestedLevels, FEWEST_LEVELS, MOST_LEVELS);
    within("batch", batch, 1, Direct.MOST_UPDATES);
    within("accesses", accesses, 1, Long.MAX_VALUE);
    within("compute", compute, 0, Integer.MAX_VALUE);
    within("switch-every", switchEvery, 0, Long.MAX_VALUE);
    within("fork-every", forkEvery, 0, Long.MAX_VALUE);
    within("foreign", foreign, 0, Integer.MAX_VALUE);
    within("page-cycles", pageCycles, 0, Integer.MAX_VALUE);
    share("writes", writes);
    share("moves", moves);
    share("unmaps", unmaps);
    share("protects", protects);
    if (!(exponent >= 0 && exponent <= MOST_LEVELS)) {
      throw new Refusal("exponent", "a power lies between 0 and 5, was " + exponent);
    }
    if (!(reference >= 0 && reference <= MOST_CYCLES)) {
      throw new Refusal("reference", "a reference takes 0 to 10000 cycles, was " + reference);
    }
    if (paging == PagingKind.DIRECT && pageSize.order() > backing.order()) {
      throw new Refusal(
          "page-size", "with direct paging a page is no larger than the pieces of 'backing'");
    }
  }

  private static void within(String key, long value, long least, long most) {
    if (value < least || value > most) {
      throw new Refusal(
          key,
          most == Long.MAX_VALUE
              ? key + " must be at least " + least + ", was " + value
              : key + " must lie between " + least + " and " + most + ", was " + value);
    }
  }

  private static void share(String key, Ratio ratio) {
    if (ratio.value() > 1) {
      throw new Refusal(key, "a share is at most 100 %, was " + ratio.value());
    }
  }

  /** Pages in a working set. */
  int pages() {
    return (int) (workingSet.bytes() / pageSize.bytes());
  }

  /**
   * Bytes that the guest needs at least: its working sets, once more for what a child copies and
   * for a page that moves, and tables.
   */
  long neededBytes() {
    long sets = processes * workingSet.bytes();
    long copies = forkEvery > 0 ? workingSet.bytes() : 0;
    long tables = (sets + copies + workingSet.bytes()) / 256 + processes * 64L * 4096;
    long whole = Math.max(pageSize.bytes(), backing.bytes());
    return (sets + copies + tables + 2 * pageSize.bytes() + whole - 1) / whole * whole;
  }

  /** How its paging is done. */
  PagingKind.Shape shape() {
    return new PagingKind.Shape(levels, nestedLevels, outOfSync, batch);
  }
}
