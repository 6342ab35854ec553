package vdcsim.hypervisor.cpu.guest;

import vdcsim.hypervisor.cpu.PagingMonitor;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.bare.Bare;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.paravirtual.ParavirtualSpec;
import vdcsim.hypervisor.memory.PagingCosts;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.guest.GuestPages;
import vdcsim.hypervisor.memory.guest.HostFrames;
import vdcsim.hypervisor.memory.guest.PagesSpec;
import vdcsim.hypervisor.memory.guest.PagingKind;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.world.World;

/** Makes the pages of a guest: on its host, and once more on a machine of its own. */
final class PagesMaker {
  private static final int PAGE_BYTES = 4096;

  private final String name;
  private final GuestProgramSpec spec;
  private final World world;

  PagesMaker(String name, GuestProgramSpec spec, World world) {
    this.name = name;
    this.spec = spec;
    this.world = world;
  }

  Pages make(PagesSpec memory, Technique technique) {
    RandomStreams random = world.simulation().random();
    int frames = memory.neededFrames();
    PhysicalMap here = HostFrames.map(spec.on(), name, frames, 0, world);
    HostMemory own =
        new HostMemory((long) frames * PAGE_BYTES, () -> random.stream(name + ".native-frames"));
    GuestPages guest =
        pages(memory, spec.technique().paging(spec.controls()).orElseThrow(), technique, here);
    GuestPages bare =
        pages(
            memory,
            PagingKind.NATIVE,
            new Bare(Costs.of(spec.processor())),
            new PhysicalMap(own, name, frames, 0));
    return new Pages(guest, bare, memory.pages(), random.stream(name + ".pages"));
  }

  private GuestPages pages(
      PagesSpec memory, PagingKind kind, Technique technique, PhysicalMap map) {
    PagingMonitor monitor = technique.pagingMonitor();
    int batch = spec.paravirtual().orElse(ParavirtualSpec.UNSAID).batch();
    PagingCosts costs = PagingCosts.of(spec.processor(), memory.reference());
    return new GuestPages(memory, kind, batch, costs, monitor, map);
  }
}
