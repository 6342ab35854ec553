package vdcsim.hypervisor.vnic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.iommu.Iommu;
import vdcsim.hardware.iommu.IommuSpec;
import vdcsim.hardware.iommu.PhysicalMemory;
import vdcsim.hardware.iommu.Requester;
import vdcsim.hardware.iommu.RootComplex;
import vdcsim.hardware.iommu.SourceId;
import vdcsim.hardware.nic.BufferRing;
import vdcsim.hardware.nic.Buffers;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * A device whose driver is a machine's: the function that makes requests, and the memory to which
 * the driver's descriptors point.
 */
public final class Assignment {
  /** Linux, ixgbe: half a page for a frame that fits in. */
  private static final long LEAST_BUFFER = 2048;

  /** A driver's buffers do not begin where the kernel lies. */
  private static final long FIRST = 16 << 20;

  private static final long PAGE_BYTES = 4096;

  private final RootComplex complex;
  private final Requester requester;
  private final List<Buffers> buffers = new ArrayList<>();

  /**
   * Gives a function to a machine.
   *
   * @throws Refusal with the key {@code attach}, if the machine has no room for the buffers
   */
  Assignment(
      String machine,
      long memoryBytes,
      int mtu,
      int queues,
      PhysicalNic nic,
      SourceId source,
      RootComplex complex) {
    this.complex = complex;
    PhysicalMemory.Range memory = complex.memory().of(machine, memoryBytes);
    this.requester = complex.give(source, nic.link(), memory);
    long bytes = Math.max(LEAST_BUFFER, Long.highestOneBit(mtu + 17L) * 2);
    long received = nic.spec().rxRing() * bytes;
    int tx = nic.spec().txRing();
    long needed = queues * received + tx * bytes;
    long first = Math.min(FIRST, memoryBytes / 4 / PAGE_BYTES * PAGE_BYTES);
    if (first + needed > memoryBytes) {
      throw new Refusal(
          "attach",
          "the rings of '%s' take %d B of buffers, and '%s' has %d B of memory for them"
              .formatted(nic.name(), needed, machine, memoryBytes - first));
    }
    BufferRing sent = ring(first + queues * received, tx, bytes);
    for (int i = 0; i < queues; i++) {
      buffers.add(
          new Buffers(requester, ring(first + i * received, nic.spec().rxRing(), bytes), sent));
    }
  }

  private BufferRing ring(long first, int slots, long bytes) {
    return new BufferRing(requester.busAddress(first), slots, bytes);
  }

  /** The function. */
  public Requester requester() {
    return requester;
  }

  /** Where its requests arrive. */
  public RootComplex complex() {
    return complex;
  }

  /** The memory of each of its queues. */
  public List<Buffers> buffers() {
    return List.copyOf(buffers);
  }

  /** Whether the host's unit posts its interrupts. */
  boolean isPosted() {
    return complex.iommu().map(Iommu::spec).map(IommuSpec::postedInterrupts).orElse(false);
  }

  /**
   * What stands before a host's memory, where it matters: a host whose VT-d nothing is said of has
   * one that costs nothing, for virtual functions.
   *
   * @throws Refusal with the key {@code attach}, if a device must not be given away there
   */
  static Optional<RootComplex> before(
      String host, String card, boolean whole, boolean unsafe, World world) {
    Optional<Iommu> unit = world.find(host, Iommu.class);
    if (unit.isEmpty() && whole && !unsafe) {
      throw new Refusal(
          "attach",
          ("'%s' has no VT-d, so that '%s' could reach the memory of all; add 'iommu: {}' to the"
                  + " host, or say 'unsafe: true'")
              .formatted(host, card));
    }
    if (unit.isPresent() && !unit.get().spec().interruptRemapping() && !unsafe) {
      throw new Refusal(
          "attach",
          ("the VT-d of '%s' does not remap interrupts, so that '%s' could raise those of others;"
                  + " say 'interrupt-remapping: true' there, or 'unsafe: true' here")
              .formatted(host, card));
    }
    return unit.isPresent() || unsafe ? Optional.of(complex(host, world)) : Optional.empty();
  }

  /** The first that is asked for gets the vectors that the host's own cards have. */
  private static RootComplex complex(String host, World world) {
    boolean known = world.find(host, RootComplex.class).isPresent();
    RootComplex complex = RootComplex.of(host, world);
    if (!known) {
      world.all(PhysicalNic.class).stream()
          .filter(nic -> nic.host().equals(host))
          .filter(nic -> !isGivenAway(nic, world))
          .forEach(nic -> nic.show(complex.interrupts()));
    }
    return complex;
  }

  private static boolean isGivenAway(PhysicalNic nic, World world) {
    String card = nic.name().substring(nic.host().length() + 1);
    return world.find(nic.host(), Host.class).map(host -> host.hasGivenAway(card)).orElse(false);
  }
}
