package vdcsim.hypervisor.memory.guest;

import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.bare.Bare;
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

  Paging make(GuestMemorySpec spec, Mmu mmu, TablePages tables, AddressSpace first) {
    return switch (this) {
      case NATIVE -> new Bare(mmu, tables, spec.levels(), first);
      case SHADOW -> new Shadow(mmu, spec.levels(), spec.outOfSync(), first);
      case NESTED -> new Nested(mmu, tables, spec.levels(), spec.nestedLevels(), first);
      case DIRECT -> new Direct(mmu, tables, spec.levels(), spec.batch(), first);
    };
  }
}
