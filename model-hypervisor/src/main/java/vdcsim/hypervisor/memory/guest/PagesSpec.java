package vdcsim.hypervisor.memory.guest;

import java.util.Optional;
import vdcsim.hypervisor.memory.tlb.TlbSpec;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the memory of a guest that runs a program. */
@Doc(
    "Memory with page tables that the guest's kernel keeps, so that faults, updates and switches"
        + " cost what the way of paging makes of them.")
@Shorthand("working-set")
public record PagesSpec(
    @Key(value = "How much memory each process uses all the time.", example = "4 MiB")
        DataSize workingSet,
    @Key(
            value = "How much each process faults in before it gives all of that back.",
            fallback = "1 MiB",
            source = "a guess; no published figure")
        DataSize heap,
    @Key(
            value = "How much of its parent's working set a child uses before it ends.",
            fallback = "64 KiB",
            source = "a guess: its stack, and data of libraries; no published figure")
        DataSize child,
    @Key(value = "Processes that take turns.", fallback = "2", source = "the least that can")
        int processes,
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
    @Key("The processor's TLB.") Optional<TlbSpec> tlb,
    @Key(
            value = "Cycles of a reference to memory in a walk.",
            fallback = "19.75",
            source = "Belay et al., OSDI 2012, table 2: 35.8 cycles a native walk, of 1.81 here")
        double reference) {
  static final int PAGE_BYTES = 4096;
  private static final long MOST_BYTES = 64L << 30;
  private static final int MOST_PROCESSES = 1000;
  private static final int FEWEST_LEVELS = 3;
  private static final int MOST_LEVELS = 5;
  private static final double MOST_CYCLES = 10_000;

  /** Pages of tables that a process needs at the top, with some to spare. */
  private static final long TABLES_EACH = 64;

  /** A page of a table has the entries of so many pages. */
  private static final long TABLE_SHARE = 256;

  public PagesSpec {
    size("working-set", workingSet);
    size("heap", heap);
    if (child.bytes() > workingSet.bytes()) {
      throw new Refusal(
          "child",
          "a child uses at most the working set of %d B, was %d B"
              .formatted(workingSet.bytes(), child.bytes()));
    }
    within("processes", processes, 1, MOST_PROCESSES);
    within("levels", levels, FEWEST_LEVELS, MOST_LEVELS);
    within("nested-levels", nestedLevels, FEWEST_LEVELS, MOST_LEVELS);
    if (!(reference >= 0 && reference <= MOST_CYCLES)) {
      throw new Refusal("reference", "a reference takes 0 to 10000 cycles, was " + reference);
    }
  }

  private static void size(String key, DataSize size) {
    if (size.bytes() < PAGE_BYTES || size.bytes() > MOST_BYTES) {
      throw new Refusal(key, "%s has from 4 KiB to 64 GiB, was %d B".formatted(key, size.bytes()));
    }
  }

  private static void within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new Refusal(
          key, "%s must lie between %d and %d, was %d".formatted(key, least, most, value));
    }
  }

  /** Pages that each process uses all the time. */
  public int pages() {
    return (int) (workingSet.bytes() / PAGE_BYTES);
  }

  int childPages() {
    return (int) (child.bytes() / PAGE_BYTES);
  }

  int heapPages() {
    return (int) (heap.bytes() / PAGE_BYTES);
  }

  /**
   * Frames that the guest needs at least: for its processes, a child, a page that moves, tables.
   */
  public int neededFrames() {
    long sets = (processes + 1L) * (pages() + heapPages());
    return Math.toIntExact(sets + 2 + sets / TABLE_SHARE + (processes + 1) * TABLES_EACH);
  }

  PagingKind.Shape shape(int batch) {
    return new PagingKind.Shape(levels, nestedLevels, outOfSync, batch);
  }
}
