package vdcsim.hypervisor.memory.guest;

import vdcsim.hypervisor.cpu.PagingMonitor;
import vdcsim.hypervisor.cpu.bare.Bare;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.hardware.HardwarePaging;
import vdcsim.hypervisor.cpu.hardware.HardwareSpec;
import vdcsim.hypervisor.cpu.paravirtual.ParavirtualPaging;
import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.direct.Direct;
import vdcsim.hypervisor.memory.nested.Nested;
import vdcsim.hypervisor.memory.pagetable.TablePages;
import vdcsim.hypervisor.memory.shadow.Shadow;
import vdcsim.kernel.spec.Doc;

/** The ways of paging by name. */
public enum PagingKind {
  @Doc("without a monitor")
  NATIVE,
  @Doc("the monitor keeps tables of its own, and watches the guest's")
  SHADOW,
  @Doc("the processor walks the guest's and the monitor's tables (EPT, NPT)")
  NESTED,
  @Doc("the guest asks for changes of its tables, which the hypervisor checks (Xen)")
  DIRECT;

  /**
   * How it is done.
   *
   * @param levels of the guest's tables
   * @param nestedLevels of the monitor's
   * @param outOfSync whether shadowed tables may be written freely after the first write
   * @param batch how many changes a guest gathers for a hypercall at most
   */
  record Shape(int levels, int nestedLevels, boolean outOfSync, int batch) {}

  Paging make(Shape shape, Mmu mmu, TablePages tables, AddressSpace first) {
    return switch (this) {
      case NATIVE -> new vdcsim.hypervisor.memory.bare.Bare(mmu, tables, shape.levels(), first);
      case SHADOW -> new Shadow(mmu, shape.levels(), shape.outOfSync(), first);
      case NESTED -> new Nested(mmu, tables, shape.levels(), shape.nestedLevels(), first);
      case DIRECT -> new Direct(mmu, tables, shape.levels(), shape.batch(), first);
    };
  }

  /** The part of the technique that is usual with it. */
  PagingMonitor monitor(Costs costs) {
    return switch (this) {
      case NATIVE -> new Bare(costs).pagingMonitor();
      case SHADOW, NESTED ->
          new HardwarePaging(costs, HardwareSpec.UNSAID.withNestedPaging(this == NESTED));
      case DIRECT -> new ParavirtualPaging(costs);
    };
  }
}
