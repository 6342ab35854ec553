package vdcsim.hardware.iommu;

import java.util.Optional;
import vdcsim.hardware.pci.PcieLink;
import vdcsim.kernel.world.World;

/** Where the requests of a host's devices arrive: before its memory and its processors. */
public final class RootComplex {
  private final PhysicalMemory memory;
  private final HostInterrupts interrupts;
  private final Optional<Iommu> iommu;

  RootComplex(PhysicalMemory memory, HostInterrupts interrupts, Optional<Iommu> iommu) {
    this.memory = memory;
    this.interrupts = interrupts;
    this.iommu = iommu;
  }

  /** That of a host; it is made when it is the first time asked for, when things are connected. */
  public static RootComplex of(String host, World world) {
    return world
        .find(host, RootComplex.class)
        .orElseGet(
            () -> {
              RootComplex made =
                  new RootComplex(
                      new PhysicalMemory(host, world.simulation().metrics()),
                      new HostInterrupts(host, world.simulation().metrics()),
                      world.find(host, Iommu.class));
              world.add(host, made);
              return made;
            });
  }

  /** The host's memory. */
  public PhysicalMemory memory() {
    return memory;
  }

  /** The host's vectors. */
  public HostInterrupts interrupts() {
    return interrupts;
  }

  /** The unit that stands before both, if there is one. */
  public Optional<Iommu> iommu() {
    return iommu;
  }

  /** Gives a function of a device to a machine whose memory this is. */
  public Requester give(SourceId source, PcieLink link, PhysicalMemory.Range memory) {
    return new Requester(source, link, this, memory);
  }
}
