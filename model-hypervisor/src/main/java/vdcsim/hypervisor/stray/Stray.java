package vdcsim.hypervisor.stray;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.iommu.HostInterrupts;
import vdcsim.hardware.iommu.PhysicalMemory;
import vdcsim.hardware.iommu.RootComplex;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vnic.Assignment;
import vdcsim.hypervisor.vnic.VirtualCard;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** Drivers gone wrong: what they write into the devices that their machines hold. */
public final class Stray {
  private static final long PAGE_BYTES = 4096;

  private Stray() {}

  /** Plans wrong addresses. */
  public static Runnable dma(StrayDmaSpec spec, World world) {
    VirtualMachine vm = machine("vm", spec.vm(), world);
    Assignment device = device(vm, spec.card());
    PhysicalMemory.Range onto = memory(spec.onto(), vm, device.complex(), world);
    long pages = onto.bytes() / PAGE_BYTES;
    if ((long) spec.page() + spec.descriptors() > pages) {
      throw new Refusal(
          "page", "the memory of '%s' ends with page %d".formatted(onto.owner(), pages - 1));
    }
    long first = onto.first() + spec.page() * PAGE_BYTES;
    return switch (spec.direction()) {
      case WRITE -> () -> device.buffers().get(0).receive().stray(first, spec.descriptors());
      case READ -> () -> device.buffers().get(0).transmit().stray(first, spec.descriptors());
    };
  }

  /** Plans foreign interrupts. */
  public static Runnable interrupts(StrayInterruptsSpec spec, World world) {
    VirtualMachine vm = machine("vm", spec.vm(), world);
    Assignment device = device(vm, spec.card());
    spec.of().ifPresent(name -> onSameHost("of", machine("of", name, world), vm));
    String owner = spec.of().orElse(vm.on().host());
    HostInterrupts.Message message = device.complex().interrupts().of(owner);
    return () -> new Storm(spec, device, message, world.simulation()).next();
  }

  private static VirtualMachine machine(String key, String name, World world) {
    return world.require(key, name, VirtualMachine.class, "virtual machine");
  }

  private static void onSameHost(String key, VirtualMachine other, VirtualMachine vm) {
    if (other.on() != vm.on()) {
      throw new Refusal(
          key,
          "'%s' is on '%s', and the device of '%s' on '%s'"
              .formatted(other.name(), other.on().host(), vm.name(), vm.on().host()));
    }
  }

  private static PhysicalMemory.Range memory(
      Optional<String> onto, VirtualMachine vm, RootComplex complex, World world) {
    if (onto.isEmpty()) {
      return complex.memory().own();
    }
    VirtualMachine other = machine("onto", onto.get(), world);
    onSameHost("onto", other, vm);
    return complex.memory().of(other.name(), other.memoryBytes());
  }

  private static Assignment device(VirtualMachine vm, Optional<String> card) {
    List<VirtualCard> cards = vm.cards().all();
    List<String> names =
        cards.stream().map(of -> of.name().substring(vm.name().length() + 1)).toList();
    if (card.isPresent() && !names.contains(card.get())) {
      throw new Refusal(
          "card",
          "'%s' has no card '%s'%s"
              .formatted(vm.name(), card.get(), NearNames.hint(card.get(), names)));
    }
    return cards.stream()
        .filter(each -> card.isEmpty() || each.name().equals(vm.name() + "." + card.get()))
        .flatMap(each -> each.assignment().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    card.isPresent() ? "card" : "vm",
                    ("'%s' holds no device whose addresses matter; it needs one with 'model:"
                            + " passthrough', or 'model: sriov' on a host with 'iommu: {}'")
                        .formatted(vm.name())));
  }

  /** Messages, one after the other. */
  private static final class Storm implements EventHandler {
    private final Assignment device;
    private final HostInterrupts.Message message;
    private final Simulation simulation;
    private final long everyNs;
    private int left;

    private Storm(
        StrayInterruptsSpec spec,
        Assignment device,
        HostInterrupts.Message message,
        Simulation simulation) {
      this.device = device;
      this.message = message;
      this.simulation = simulation;
      this.everyNs = spec.every().toNanos();
      this.left = spec.messages();
    }

    private void next() {
      device.requester().message(message.address(), message.data());
      left--;
      if (left > 0) {
        simulation.schedule(everyNs, this, 0, 0, Simulation.NO_REFERENCE);
      }
    }

    @Override
    public void handle(int kind, long argument, Object reference) {
      next();
    }
  }
}
