package vdcsim.hypervisor.memory.guest;

import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.PagingCosts;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.kernel.random.RandomStreams;

/** A guest's kernel on a host of its own, without a workload. */
final class Machines {
  static final int HOST_FRAMES = 1 << 21;

  final PhysicalMap memory;
  final Mmu mmu;
  final Kernel kernel;

  Machines(SpecBuilder builder) {
    this(
        builder,
        new HostMemory(4096L * HOST_FRAMES, () -> new RandomStreams(1, 0).stream("frames")));
  }

  Machines(SpecBuilder builder, HostMemory host) {
    GuestMemorySpec spec = builder.build();
    int order = spec.backing().order();
    int frames = (int) (spec.neededBytes() >>> 12 >>> order << order);
    this.memory = new PhysicalMap(host, "guest", frames, order);
    this.mmu =
        new Mmu(
            spec.tlb().orElseThrow(),
            spec.levels(),
            PagingCosts.of(spec.processor(), spec.reference()),
            spec.paging().monitor(Costs.of(spec.processor())),
            memory);
    this.kernel =
        new Kernel(
            spec.levels(),
            spec.pageSize(),
            spec.pages(),
            frames,
            spec.pageCycles(),
            (tables, first) -> spec.paging().make(spec.shape(), mmu, tables, first));
  }

  Paging paging() {
    return kernel.paging();
  }

  /** Reads a page, its kernel mending what faults. */
  Paging.Reach read(int page) {
    return kernel.access(kernel.address(page), false);
  }

  Paging.Reach write(int page) {
    return kernel.access(kernel.address(page), true);
  }

  long exits() {
    return mmu.ledger().exits();
  }

  /** The frame of the host that a page is on now. */
  long hostFrame(int page) {
    return paging().hostFrame(kernel.running().space(), kernel.address(page));
  }

  /** The frame of the host that it ought to be on: the kernel's choice, and the physical map. */
  long wanted(int page) {
    return memory.hostFrame(kernel.running().frame(page));
  }
}
