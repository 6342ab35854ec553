package vdcsim.hypervisor.memory.guest;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.tlb.TlbSpec;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;

/** A guest for tests, of which only what matters is said. */
final class SpecBuilder {
  PagingKind paging = PagingKind.NESTED;
  ProcessorGeneration processor = ProcessorGeneration.PENTIUM_4;
  long workingSet = 64 * 4096;
  int processes = 1;
  Pattern pattern = Pattern.SEQUENTIAL;
  double exponent = 1;
  double writes;
  int compute;
  long accesses = 1;
  double moves;
  double unmaps;
  double protects;
  long switchEvery;
  long forkEvery;
  int foreign;
  boolean prepared = true;
  PageSize pageSize = PageSize.SMALL;
  PageSize backing = PageSize.SMALL;
  int levels = 4;
  int nestedLevels = 4;
  boolean outOfSync;
  int batch = 2048;
  TlbSpec tlb = TlbSpec.UNSAID;
  double reference = 20;
  int pageCycles;

  GuestMemorySpec build() {
    return new GuestMemorySpec(
        Optional.of("h1"),
        Optional.empty(),
        Optional.empty(),
        paging,
        processor,
        Optional.empty(),
        new DataSize(workingSet),
        processes,
        pattern,
        exponent,
        new Ratio(writes),
        compute,
        accesses,
        new Ratio(moves),
        new Ratio(unmaps),
        new Ratio(protects),
        switchEvery,
        forkEvery,
        foreign,
        prepared,
        pageSize,
        backing,
        levels,
        nestedLevels,
        outOfSync,
        batch,
        Optional.of(tlb),
        reference,
        pageCycles,
        Duration.ZERO);
  }
}
