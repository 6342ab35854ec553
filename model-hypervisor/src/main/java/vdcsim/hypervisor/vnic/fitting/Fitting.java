package vdcsim.hypervisor.vnic.fitting;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.hypervisor.vcpu.Vcpus;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.hypervisor.vnic.CardSpec;
import vdcsim.hypervisor.vnic.VirtualCard;
import vdcsim.hypervisor.vnic.VnicSpec;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.CardMeter;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.e1000.E1000;
import vdcsim.hypervisor.vnic.e1000.E1000Spec;
import vdcsim.hypervisor.vnic.rtl8139.Rtl8139;
import vdcsim.hypervisor.vnic.rtl8139.Rtl8139Spec;
import vdcsim.hypervisor.vnic.virtio.VirtioNet;
import vdcsim.hypervisor.vnic.virtio.VirtioSpec;
import vdcsim.hypervisor.vnic.vmxnet.Generation;
import vdcsim.hypervisor.vnic.vmxnet.Vmxnet;
import vdcsim.hypervisor.vnic.vmxnet.VmxnetSpec;
import vdcsim.hypervisor.vnic.xen.XenNet;
import vdcsim.hypervisor.vnic.xen.XenSpec;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.station.OwnInterrupts;

/** Gives the cards of a virtual machine the models that it says. */
public final class Fitting {
  /** Linux, 8139cp.c: CP_TX_RING_SIZE, CP_RX_RING_SIZE. */
  private static final int RTL_RING = 64;

  private final World world;
  private final VirtualMachine vm;
  private final Machine host;

  private Fitting(VirtualMachine vm, Machine host, World world) {
    this.vm = vm;
    this.host = host;
    this.world = world;
  }

  /** Makes a machine, and fits its cards. */
  public static Wiring make(String name, VmSpec spec, World world) {
    Wiring machine = VirtualMachine.make(name, spec, world);
    return () -> {
      machine.connect();
      fit(world.require("vm", name, VirtualMachine.class, "virtual machine"), world);
    };
  }

  /** Where the host says nothing of its processors, no card costs anything. */
  private static void fit(VirtualMachine vm, World world) {
    Optional<Machine> host = world.find(vm.on().host(), Machine.class);
    for (VirtualCard card : vm.cards().all()) {
      if (!card.works() && host.isPresent()) {
        card.work(new Fitting(vm, host.get(), world).model(card));
      } else if (!card.works()) {
        card.workForNothing();
      }
    }
  }

  private CardModel model(VirtualCard card) {
    OwnInterrupts.say(card.name(), world);
    CardSpec inside = card.spec().inside();
    CardCosts known = CardCosts.of(card.spec().model().word());
    CardCosts costs = inside.costs().map(said -> said.over(known)).orElse(known);
    GuestEnd guest = guest(card, inside);
    return switch (card.spec().model()) {
      case VIRTIO -> new VirtioNet(guest, virtio(card.spec()), "qemu", costs);
      case VHOST -> new VirtioNet(guest, virtio(card.spec()), "vhost", costs);
      case E1000 -> new E1000(guest, e1000(inside), costs);
      case RTL8139 -> new Rtl8139(guest, new Rtl8139Spec(RTL_RING, inside.offload()), costs);
      case XEN -> new XenNet(guest, xen(inside), costs);
      case VMXNET2 -> new Vmxnet(guest, vmxnet(Generation.VMXNET2, inside), costs);
      case VMXNET3 -> new Vmxnet(guest, vmxnet(Generation.VMXNET3, inside), costs);
      case IDEAL, SRIOV, PASSTHROUGH, VMDQ ->
          throw new IllegalStateException("such a card works already");
    };
  }

  private static E1000Spec e1000(CardSpec inside) {
    long moderationNs = inside.moderation().map(Duration::toNanos).orElse(0L);
    return new E1000Spec(inside.ring(), inside.offload(), moderationNs, inside.batching());
  }

  private static XenSpec xen(CardSpec inside) {
    return new XenSpec(inside.ring(), inside.offload(), inside.transfer(), inside.sharedThread());
  }

  private static VmxnetSpec vmxnet(Generation generation, CardSpec inside) {
    long moderationNs = inside.moderation().map(Duration::toNanos).orElse(0L);
    return new VmxnetSpec(generation, inside.ring(), inside.offload(), moderationNs);
  }

  private static VirtioSpec virtio(VnicSpec card) {
    CardSpec inside = card.inside();
    boolean offload = inside.offload() && card.passesSegments();
    return new VirtioSpec(inside.ring(), inside.eventIndex(), offload);
  }

  private GuestEnd guest(VirtualCard card, CardSpec inside) {
    Vcpus vcpus = Vcpus.of(vm.name(), world);
    CardMeter meter = new CardMeter(card.name(), world.simulation().metrics());
    return new GuestEnd(
        world.simulation(),
        card.name(),
        card.guest(),
        interception(vcpus.machine().context("send"), inside, meter),
        interception(vcpus.context(0), inside, meter),
        vcpus.machine()::isSenderDisplaced,
        meter);
  }

  private Interception interception(ExecutionContext of, CardSpec inside, CardMeter meter) {
    return new Interception(
        of, host.processor()::cycles, IoCosts.of(inside.platform()), meter.exits());
  }
}
