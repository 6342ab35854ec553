package vdcsim.hardware.iommu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.pci.Dma;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.PcieLink;
import vdcsim.kernel.EventHandler;

/**
 * A function of a device that is given to a machine: its requests go over the device's link, and
 * through the host's unit where there is one. Without a unit its addresses are the host's own, and
 * so are its messages: whatever its driver writes into it, it does.
 */
public final class Requester implements Dma, InterruptTarget {
  private final SourceId source;
  private final PcieLink link;
  private final RootComplex complex;
  private final PhysicalMemory.Range memory;
  private final List<HostInterrupts.Message> messages = new ArrayList<>();

  Requester(SourceId source, PcieLink link, RootComplex complex, PhysicalMemory.Range memory) {
    this.source = source;
    this.link = link;
    this.complex = complex;
    this.memory = memory;
    complex.iommu().ifPresent(unit -> unit.assign(source, memory));
  }

  /** Which function it is. */
  public SourceId source() {
    return source;
  }

  /** The memory of the machine to which it is given. */
  public PhysicalMemory.Range memory() {
    return memory;
  }

  /** What its driver has to write for a place in the machine's memory, counted from 0. */
  public long busAddress(long guestAddress) {
    return complex.iommu().isPresent() ? guestAddress : memory.first() + guestAddress;
  }

  @Override
  public void read(
      long address, long bytes, EventHandler whenRead, int kind, long argument, Object reference) {
    long waitNs = reach(address, bytes, false);
    if (waitNs == Iommu.BLOCKED) {
      link.readRefused(bytes, whenRead, kind | BLOCKED, argument, reference);
    } else {
      link.readLater(waitNs, bytes, whenRead, kind, argument, reference);
    }
  }

  @Override
  public void write(
      long address,
      long bytes,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference) {
    long waitNs = reach(address, bytes, true);
    int told = waitNs == Iommu.BLOCKED ? kind | BLOCKED : kind;
    link.writeLater(Math.max(0, waitNs), bytes, whenWritten, told, argument, reference);
  }

  /** How long a request waits, or {@link Iommu#BLOCKED}; what it reaches of others is counted. */
  private long reach(long address, long bytes, boolean write) {
    Optional<Iommu> unit = complex.iommu();
    if (unit.isEmpty()) {
      complex.memory().reach(memory, address, bytes, write);
      return 0;
    }
    long waitNs = unit.get().pass(source, address, bytes, write);
    if (waitNs != Iommu.BLOCKED) {
      complex.memory().reach(memory, unit.get().lastHost(), bytes, write);
    }
    return waitNs;
  }

  /**
   * A further vector of the device, from 0 on, whose interrupts go to a target as messages to
   * {@link LocalApic#FIRST_PROCESSOR} with a vector; it is what the host's software writes into the
   * device's table.
   */
  public void route(InterruptTarget target, int vector) {
    HostInterrupts.Message plain =
        complex.interrupts().give(memory.owner(), target, LocalApic.FIRST_PROCESSOR, vector);
    messages.add(
        complex
            .iommu()
            .filter(unit -> unit.spec().interruptRemapping())
            .map(
                unit ->
                    unit.remap(
                        source,
                        HostInterrupts.destination(plain.address()),
                        HostInterrupts.vector(plain.data())))
            .orElse(plain));
  }

  /** A further vector of the device, which the host's unit posts to a descriptor. */
  public void post(PostedDescriptor to, int vector) {
    messages.add(complex.iommu().orElseThrow().post(source, to, vector));
  }

  /** Where the device raises a vector, counted from 0; what is written there does not matter. */
  public InterruptTarget vector(int number) {
    return new Vector(messages.get(number));
  }

  /** An entry of the device's table. */
  private final class Vector implements InterruptTarget {
    private final HostInterrupts.Message programmed;

    private Vector(HostInterrupts.Message programmed) {
      this.programmed = programmed;
    }

    @Override
    public void message(long address, int data) {
      Requester.this.message(programmed.address(), programmed.data());
    }

    @Override
    public void line(boolean asserted) {
      Requester.this.line(asserted);
    }
  }

  /** The device writes a message, whatever its driver has made it write. */
  @Override
  public void message(long address, int data) {
    Optional<Iommu> unit = complex.iommu();
    if (unit.isPresent()) {
      unit.get().interrupt(source, memory.owner(), address, data, complex.interrupts());
    } else {
      complex.interrupts().deliver(memory.owner(), address, data);
    }
  }

  @Override
  public void line(boolean asserted) {
    throw new IllegalStateException("a function that is given away sends messages only");
  }

  /** What a driver writes for a vector that it was given, counted from 0. */
  public HostInterrupts.Message programmed(int number) {
    return messages.get(number);
  }

  /** The host takes it back. */
  public void withdraw() {
    complex.iommu().ifPresent(unit -> unit.withdraw(source, memory.owner()));
  }
}
