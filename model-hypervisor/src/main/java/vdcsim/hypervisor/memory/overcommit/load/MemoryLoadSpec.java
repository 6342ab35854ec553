package vdcsim.hypervisor.memory.overcommit.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a program in a guest that uses memory. */
@Doc("A program in a virtual machine that uses files and memory, page by page.")
public record MemoryLoadSpec(
    @Key(value = "The machine, on a host with 'overcommit'.", example = "a", names = "vms")
        String vm,
    @Key(value = "Files that it reads and writes.", fallback = "0 B", example = "200 MiB")
        DataSize files,
    @Key(value = "Memory of its own, behind the files.", fallback = "0 B", example = "64 MiB")
        DataSize heap,
    @Key(
            value = "Threads, each of which does all this.",
            fallback = "1",
            source = "the least",
            example = "40")
        int threads,
    @Key(value = "How long it computes with each page.", example = "20 us") Duration compute,
    @Key(
            value = "The share of runs that write; the others read.",
            fallback = "0 %",
            example = "20 %")
        Ratio writes,
    @Key(value = "Which page is used next.", fallback = "uniform") Access access,
    @Key(
            value = "How much it then uses in order, as a file from its beginning.",
            fallback = "4 KiB",
            source = "a page",
            example = "64 KiB")
        DataSize run,
    @Key(
            value = "Hot and cold: the part of the working set that is hot.",
            fallback = "10 %",
            source = "the rule of thumb that a tenth of the pages gets nine tenths of the uses")
        Ratio hotPart,
    @Key(
            value = "Hot and cold: the share of the uses that goes there.",
            fallback = "90 %",
            source = "as above")
        Ratio hotUses,
    @Key(value = "How long it pauses after each page.", fallback = "0 s", example = "1 ms")
        Duration pause,
    @Key("Phases, one after the other and again from the first; without them, it is one.")
        List<MemoryPhaseSpec> phases,
    @Key(value = "When it starts; not before its machine has.", fallback = "0 s") Duration start,
    @Key(value = "When it ends, and its memory is free; without it, never.", example = "60 s")
        Optional<Duration> end) {
  static final int PAGE_BYTES = 4096;

  private static final int MOST_THREADS = 10_000;

  public MemoryLoadSpec {
    phases = List.copyOf(phases);
    if (files.bytes() + heap.bytes() < PAGE_BYTES) {
      throw new Refusal("files", "a program uses 'files' or 'heap' of at least a page of 4096 B");
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw new Refusal(
          "threads", "threads must lie between 1 and %d, were %d".formatted(MOST_THREADS, threads));
    }
    if (compute.isZero() && pause.isZero()) {
      throw new Refusal("compute", "a program that takes no time does not end; give it 'compute'");
    }
    if (run.bytes() < PAGE_BYTES || run.bytes() > files.bytes() + heap.bytes()) {
      throw new Refusal("run", "a run has from 4096 B to all of the memory, was " + run.bytes());
    }
    if (writes.value() > 1) {
      throw new Refusal("writes", "a share is at most 100 %, was " + writes.value());
    }
    if (!(hotPart.value() > 0 && hotPart.value() < 1)) {
      throw new Refusal("hot-part", "the hot part lies between 0 and 1, was " + hotPart.value());
    }
    if (hotUses.value() > 1) {
      throw new Refusal("hot-uses", "a share is at most 100 %, was " + hotUses.value());
    }
    if (end.isPresent() && end.get().compareTo(start) <= 0) {
      throw new Refusal("end", "a program ends after its start, not at " + end.get());
    }
    for (MemoryPhaseSpec phase : phases) {
      long last =
          phase.from().bytes() + phase.workingSet().map(DataSize::bytes).orElse(PAGE_BYTES * 1L);
      if (last > files.bytes() + heap.bytes()) {
        throw new Refusal(
            "phases",
            "a phase ends at %d B of a program's memory of %d B"
                .formatted(last, files.bytes() + heap.bytes()));
      }
    }
  }

  int filePages() {
    return (int) (files.bytes() / PAGE_BYTES);
  }

  int runPages() {
    return (int) (run.bytes() / PAGE_BYTES);
  }

  int heapPages() {
    return (int) (heap.bytes() / PAGE_BYTES);
  }
}
