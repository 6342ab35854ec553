package vdcsim.hypervisor.vnic;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.iommu.Requester;
import vdcsim.hardware.iommu.RootComplex;
import vdcsim.hardware.iommu.SourceId;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.hardware.nic.ReceiveQueue;
import vdcsim.hardware.nic.Service;
import vdcsim.hardware.nic.passthrough.WholeCard;
import vdcsim.hardware.nic.sriov.EmbeddedSwitch;
import vdcsim.hardware.nic.sriov.VirtualFunction;
import vdcsim.hardware.nic.vmdq.MachineQueue;
import vdcsim.hardware.nic.vmdq.QueueSorter;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.stack.Stacks;

/** What is behind a machine's card that is a card of its host, or a piece of one. */
final class DirectCard implements Attachment {
  private final DeviceEnd guest;
  private final SriovSpec spec;
  private final String attach;
  private final Home home;
  private final World world;
  private final VnicModel model;
  private Optional<VirtualFunction> given = Optional.empty();
  private List<Consumer<Boolean>> holds = List.of();
  private Optional<Assignment> assignment = Optional.empty();
  private String host = "";
  private boolean held = true;

  DirectCard(DeviceEnd guest, VnicSpec said, Home home, World world) {
    this.guest = guest;
    this.spec = said.direct();
    this.attach = said.bridge();
    this.home = home;
    this.world = world;
    this.model = said.model();
    if (model == VnicModel.PASSTHROUGH) {
      // Before anybody counts the host's cards: the host has this one no longer.
      refusing(() -> world.find(home.host(), Host.class).ifPresent(this::takeFrom));
    }
  }

  private String name() {
    return guest.port().name();
  }

  private String machine() {
    return name().substring(0, name().indexOf('.'));
  }

  /** A refusal names the key within this card. */
  private void refusing(Runnable action) {
    try {
      action.run();
    } catch (Refusal refusal) {
      String card = name().split("\\.")[1];
      throw new Refusal("nics." + card + "." + refusal.key(), refusal.getMessage());
    }
  }

  private void takeFrom(Host from) {
    needsCard();
    if (Stacks.isGiven(from.name(), attach, world)) {
      throw new Refusal(
          "attach",
          "'%s.%s' has an address of the host; one that is passed through has its driver elsewhere"
              .formatted(from.name(), attach));
    }
    from.giveAway(attach, name());
  }

  private void needsCard() {
    if (attach.isEmpty()) {
      throw new Refusal(
          "attach", "'%s' is a piece of a card of the host: say of which".formatted(name()));
    }
  }

  @Override
  public void attach(String to) {
    if (host.equals(to)) {
      return;
    }
    if (!host.isEmpty()) {
      throw new Refusal(
          "nics", "'%s' is a piece of a card of '%s', and cannot move".formatted(name(), host));
    }
    refusing(() -> give(to));
    hold(held);
  }

  private void give(String to) {
    needsCard();
    String card = to + "." + attach;
    switch (model) {
      case VMDQ -> {
        MachineQueue queue =
            QueueSorter.of(card, world).give(guest, spec.set().vlan(), spec.carried());
        holds = List.of(queue::hold);
      }
      case SRIOV -> giveFunction(to, card);
      case PASSTHROUGH -> giveWhole(to, card);
      case IDEAL, RTL8139, E1000, VIRTIO, VHOST, XEN, VMXNET2, VMXNET3 ->
          throw new IllegalStateException("such a card is at a bridge");
    }
    host = to;
  }

  private void giveFunction(String to, String card) {
    EmbeddedSwitch within = EmbeddedSwitch.of(card, world);
    Optional<RootComplex> complex = Assignment.before(to, card, false, spec.unsafe(), world);
    VirtualFunction function = within.give(guest, spec.set(), spec.driven(), spec.moderated());
    holds = List.of(function::hold);
    given = Optional.of(function);
    assignment = complex.map(before -> assign(within.card(), within.source(function), 1, before));
    assignment.ifPresent(memory -> function.uses(memory.buffers().get(0)));
    serve(List.of(function.queue()));
  }

  private void giveWhole(String to, String card) {
    takeFrom(world.require("attach", to, Host.class, "host"));
    Optional<RootComplex> complex = Assignment.before(to, card, true, spec.unsafe(), world);
    WholeCard whole = WholeCard.give(card, guest, spec.driven(), spec.moderated(), world);
    holds = List.of(whole::hold);
    int queues = whole.queues().size();
    assignment = complex.map(before -> assign(whole.card(), whole.card().source(), queues, before));
    assignment.ifPresent(memory -> whole.uses(memory.buffers()));
    serve(whole.queues());
  }

  private Assignment assign(PhysicalNic nic, SourceId source, int queues, RootComplex complex) {
    return new Assignment(
        machine(), home.memoryBytes(), guest.port().mtu(), queues, nic, source, complex);
  }

  @Override
  public Optional<Assignment> assignment() {
    return assignment;
  }

  /** The host has its function back. */
  void takeBack() {
    EmbeddedSwitch within = EmbeddedSwitch.of(host + "." + attach, world);
    given.ifPresent(within::takeBack);
    given = Optional.empty();
    assignment.ifPresent(held -> held.requester().withdraw());
    assignment = Optional.empty();
  }

  /** It stays where it is: what it is a piece of does not move. */
  @Override
  public Optional<String> obstacle(String to) {
    return host.equals(to)
        ? Optional.empty()
        : Optional.of("'%s' is a piece of a card of '%s'".formatted(guest.port().name(), host));
  }

  @Override
  public Optional<String> lacking(String to) {
    return obstacle(to);
  }

  @Override
  public boolean works() {
    return true;
  }

  /** What it loses is counted at its queue and function. */
  @Override
  public long lost() {
    return 0;
  }

  /** At that card of the host. */
  @Override
  public Optional<Place> drawnAt() {
    return Optional.of(new Place(host, host.isEmpty() ? "" : attach));
  }

  @Override
  public void hold(boolean on) {
    held = on;
    holds.forEach(hold -> hold.accept(on));
  }

  /** Each queue by one of the machine's processors, where it has any that are modelled. */
  private void serve(List<ReceiveQueue> queues) {
    IoPlatform platform = platform();
    Optional<Machine> machine = world.find(machine(), Machine.class);
    Metrics metrics = world.simulation().metrics();
    Optional<GuestInterrupts> interrupts =
        machine.map(of -> new GuestInterrupts(name(), of, platform, metrics));
    if (assignment.map(Assignment::isPosted).orElse(false)) {
      interrupts.ifPresent(shown -> shown.publishPosted(name(), metrics));
    }
    for (int i = 0; i < queues.size(); i++) {
      serve(queues.get(i), i, interrupts);
    }
  }

  private void serve(ReceiveQueue queue, int index, Optional<GuestInterrupts> interrupts) {
    Service by = interrupts.map(to -> to.service(index)).orElseGet(Service::free);
    queue.serve(
        assignment.map(held -> by.behind(route(held, index, by.apic(), interrupts))).orElse(by));
  }

  /** The host's software writes the entry of the device's table for a queue. */
  private InterruptTarget route(
      Assignment given, int index, InterruptTarget guests, Optional<GuestInterrupts> interrupts) {
    int vector = Service.FIRST_VECTOR + index;
    Requester requester = given.requester();
    if (given.isPosted() && interrupts.isPresent()) {
      requester.post(interrupts.get().descriptor(index), vector);
    } else {
      requester.route(guests, vector);
    }
    return requester.vector(index);
  }

  /** Where the unit posts interrupts, KVM has no exits for them. */
  private IoPlatform platform() {
    if (assignment.isEmpty() || assignment.get().complex().iommu().isEmpty()) {
      return spec.platform();
    }
    boolean posted = assignment.get().isPosted();
    return switch (spec.platform()) {
      case KVM -> posted ? IoPlatform.KVM_POSTED : IoPlatform.KVM;
      case KVM_POSTED -> {
        if (!posted) {
          throw new Refusal(
              key() + ".platform",
              "the VT-d of '%s' posts no interrupts; say 'posted-interrupts: true' there"
                  .formatted(home.host()));
        }
        yield IoPlatform.KVM_POSTED;
      }
      default -> {
        if (posted) {
          throw new Refusal(
              key() + ".platform",
              "interrupts that VT-d posts are known of 'kvm' alone; say so, or"
                  + " 'posted-interrupts: false' at the host");
        }
        yield spec.platform();
      }
    };
  }

  private String key() {
    return model == VnicModel.PASSTHROUGH ? "passthrough" : "sriov";
  }
}
