package vdcsim.hypervisor.vnic;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.nic.ReceiveQueue;
import vdcsim.hardware.nic.Service;
import vdcsim.hardware.nic.sriov.EmbeddedSwitch;
import vdcsim.hardware.nic.sriov.VirtualFunction;
import vdcsim.hardware.nic.vmdq.MachineQueue;
import vdcsim.hardware.nic.vmdq.QueueSorter;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hypervisor.io.Exits;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** What is behind a machine's card that is a virtual function or a queue of a card of its host. */
final class DirectCard implements Attachment {
  private final DeviceEnd guest;
  private final SriovSpec spec;
  private final String attach;
  private final World world;
  private final VnicModel model;
  private Optional<VirtualFunction> given = Optional.empty();
  private List<Consumer<Boolean>> holds = List.of();
  private String host = "";
  private boolean held = true;

  DirectCard(DeviceEnd guest, VnicSpec said, World world) {
    this.guest = guest;
    this.spec = said.sriov().orElse(SriovSpec.DEFAULT);
    this.attach = said.bridge();
    this.world = world;
    this.model = said.model();
  }

  @Override
  public void attach(String to) {
    if (host.equals(to)) {
      return;
    }
    String name = guest.port().name();
    if (!host.isEmpty()) {
      throw new Refusal(
          "nics", "'%s' is a piece of a card of '%s', and cannot move".formatted(name, host));
    }
    if (attach.isEmpty()) {
      throw new Refusal(
          "attach", "'%s' is a piece of a card of the host: say of which".formatted(name));
    }
    host = to;
    String card = to + "." + attach;
    if (model == VnicModel.VMDQ) {
      MachineQueue queue =
          QueueSorter.of(card, world).give(guest, spec.set().vlan(), spec.carried());
      holds = List.of(queue::hold);
    } else {
      VirtualFunction function =
          EmbeddedSwitch.of(card, world).give(guest, spec.set(), spec.driven(), spec.moderated());
      holds = List.of(function::hold);
      given = Optional.of(function);
      serve(function.queue());
    }
    hold(held);
  }

  /** The host has its function back. */
  void takeBack() {
    EmbeddedSwitch within = EmbeddedSwitch.of(host + "." + attach, world);
    given.ifPresent(within::takeBack);
    given = Optional.empty();
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

  /** On the machine's first processor, where it has any that are modelled. */
  private void serve(ReceiveQueue queue) {
    String name = guest.port().name();
    String machineName = name.substring(0, name.indexOf('.'));
    Optional<Machine> found = world.find(machineName, Machine.class);
    if (found.isEmpty()) {
      return;
    }
    Machine machine = found.get();
    ExecutionContext vcpu = machine.interrupts(0);
    Interception interception =
        new Interception(
            vcpu,
            ns -> ns * (machine.processor().frequency().hertz() / 1_000_000) / 1000,
            IoCosts.of(spec.platform()),
            new Exits(name, world.simulation().metrics()));
    queue.serve(new Service(new LocalApic(interception), vcpu, machine.context("ksoftirqd0")));
  }
}
