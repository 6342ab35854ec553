package vdcsim.hypervisor.memory.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.direct.Direct;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.tlb.Tags;
import vdcsim.hypervisor.memory.tlb.TlbSpec;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;

/**
 * Random kernels: whatever they do to their tables, each way of paging leads where the kernel's
 * choice and the physical map together lead, and nowhere else.
 */
class RandomKernelsTest {
  private static final int PAGES = 24;
  private static final int STEPS = 400;
  private static final int SEEDS = 12;

  private static final TlbSpec SMALL_TLB = new TlbSpec(8, 4, 4, 1, 16, 7, 2, 2, 2, Tags.VPID);

  /** Counts that must add up. */
  private static void conserves(Machines machine, long accesses) {
    assertThat(machine.mmu.walks()).isEqualTo(machine.mmu.misses());
    assertThat(machine.mmu.accesses()).isEqualTo(accesses + machine.mmu.faults());
    assertThat(machine.mmu.escapes()).isZero();
  }

  private static final class Run {
    final Machines machine;
    final RandomStream random;
    final List<GuestProcess> processes = new ArrayList<>();
    long accesses;

    Run(SpecBuilder spec, int seed, HostMemory host) {
      machine = new Machines(spec, host);
      random = new RandomStreams(seed, 0).stream("steps");
      processes.add(machine.kernel.running());
    }

    void steps() {
      for (int i = 0; i < STEPS; i++) {
        step();
      }
    }

    private void step() {
      Kernel kernel = machine.kernel;
      int page = random.nextInt(PAGES);
      switch (random.nextInt(20)) {
        case 0 -> kernel.unmap(page);
        case 1, 2 -> kernel.move(page);
        case 3, 4 -> kernel.protect(page);
        case 5 -> {
          if (processes.size() < 4) {
            processes.add(kernel.fork());
          }
        }
        case 6, 7 -> kernel.run(processes.get(random.nextInt(processes.size())));
        case 8 -> end(random.nextInt(processes.size()));
        default -> access(page, random.nextInt(2) == 0);
      }
    }

    private void end(int which) {
      GuestProcess process = processes.get(which);
      if (process != machine.kernel.running()) {
        machine.kernel.end(processes.remove(which));
      }
    }

    void access(int page, boolean write) {
      accesses++;
      Paging.Reach met = write ? machine.write(page) : machine.read(page);
      assertThat(met).isEqualTo(Paging.Reach.REACHED);
      assertThat(machine.hostFrame(page)).isEqualTo(machine.wanted(page));
    }

    /** Where all pages of all processes lie, in frames of the guest; -1 where one is not mapped. */
    List<Integer> mapped() {
      List<Integer> frames = new ArrayList<>();
      for (GuestProcess process : processes) {
        machine.kernel.run(process);
        for (int page = 0; page < PAGES; page++) {
          boolean there = process.isMapped(page);
          frames.add(there ? process.frame(page) : -1);
          if (there) {
            access(page, false);
          }
        }
      }
      return frames;
    }
  }

  private static SpecBuilder spec(PagingKind paging, PageSize size, PageSize backing) {
    SpecBuilder spec = new SpecBuilder();
    spec.paging = paging;
    spec.pageSize = size;
    spec.backing = backing;
    spec.workingSet = PAGES * size.bytes();
    spec.processes = 6;
    spec.forkEvery = 1;
    spec.tlb = SMALL_TLB;
    return spec;
  }

  private static HostMemory host() {
    return new HostMemory(4096L * (1 << 21), () -> new RandomStreams(1, 0).stream("frames"));
  }

  private static List<Integer> run(SpecBuilder spec, int seed) {
    Run run = new Run(spec, seed, host());
    run.steps();
    List<Integer> mapped = run.mapped();
    conserves(run.machine, run.accesses);
    return mapped;
  }

  @ParameterizedTest
  @EnumSource(Tags.class)
  void allWaysLeadToTheSameFrames(Tags tags) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Integer> expected = run(spec(PagingKind.NATIVE, PageSize.SMALL, PageSize.SMALL), seed);
      for (PagingKind paging : PagingKind.values()) {
        SpecBuilder spec = spec(paging, PageSize.SMALL, PageSize.SMALL);
        spec.tlb = new TlbSpec(8, 4, 4, 1, 16, 7, 2, 2, 2, tags);
        assertThat(run(spec, seed)).as(paging + " " + seed).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 2048})
  void directPagingDoesNotDependOnTheBatch(int batch) {
    for (int seed = 0; seed < SEEDS; seed++) {
      SpecBuilder spec = spec(PagingKind.DIRECT, PageSize.SMALL, PageSize.SMALL);
      spec.batch = batch;
      assertThat(run(spec, seed))
          .isEqualTo(run(spec(PagingKind.NATIVE, PageSize.SMALL, PageSize.SMALL), seed));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shadowsMayBeOutOfSync(boolean outOfSync) {
    for (int seed = 0; seed < SEEDS; seed++) {
      SpecBuilder spec = spec(PagingKind.SHADOW, PageSize.SMALL, PageSize.SMALL);
      spec.outOfSync = outOfSync;
      assertThat(run(spec, seed))
          .isEqualTo(run(spec(PagingKind.NATIVE, PageSize.SMALL, PageSize.SMALL), seed));
    }
  }

  @ParameterizedTest
  @EnumSource(PageSize.class)
  void largePagesLeadThereToo(PageSize backing) {
    for (PagingKind paging : PagingKind.values()) {
      if (paging != PagingKind.DIRECT || backing != PageSize.SMALL) {
        run(spec(paging, PageSize.LARGE, backing), 1);
      }
    }
  }

  /** What the monitor gives to its tables comes back, and no frame has two owners. */
  @ParameterizedTest
  @EnumSource(PagingKind.class)
  void theHostsFramesAddUp(PagingKind paging) {
    HostMemory host = host();
    Run run = new Run(spec(paging, PageSize.SMALL, PageSize.SMALL), 7, host);
    run.steps();
    PhysicalMap memory = run.machine.memory;
    long guests = 0;
    long monitors = 0;
    for (long frame = 0; frame < 1 << 22; frame++) {
      guests += host.owner(frame) == memory.owner() ? 1 : 0;
      monitors += host.owner(frame) == HostMemory.MONITOR ? 1 : 0;
    }
    assertThat(guests).isEqualTo(memory.frames());
    assertThat(monitors).isEqualTo(1 + run.machine.paging().monitorTables());
    assertThat(host.used()).isEqualTo(guests + monitors);
  }

  /** Under Xen, once all processes but one have ended, exactly that one's pages are in use. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theCountsOfFramesComeBack(int seed) {
    Run run = new Run(spec(PagingKind.DIRECT, PageSize.SMALL, PageSize.SMALL), seed, host());
    run.steps();
    while (run.processes.size() > 1) {
      run.machine.kernel.run(run.processes.get(0));
      run.end(run.processes.size() - 1);
    }
    Direct direct = (Direct) run.machine.paging();
    long used = 0;
    for (int frame = 0; frame < run.machine.memory.frames(); frame++) {
      used += direct.uses(frame);
    }
    GuestProcess left = run.processes.get(0);
    long writable = 0;
    for (int page = 0; page < PAGES; page++) {
      writable += left.isMapped(page) && left.isWritable(page) ? 1 : 0;
    }
    // The root, and as soon as a page has been mapped the three pages below it.
    long tables = left.space().root().present() == 0 ? 1 : 4;
    assertThat(used).isEqualTo(writable + tables);
  }
}
