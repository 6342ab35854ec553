package vdcsim.hypervisor.vnic;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.nic.ReceiveQueue;
import vdcsim.hardware.nic.Service;
import vdcsim.hardware.nic.sriov.EmbeddedSwitch;
import vdcsim.hardware.nic.sriov.VirtualFunction;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hypervisor.io.Exits;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** What is behind a machine's card that is a virtual function of a card of its host. */
final class DirectCard {
  private final DeviceEnd guest;
  private final SriovSpec spec;
  private final String attach;
  private final World world;
  private List<VirtualFunction> given = List.of();
  private String host = "";
  private boolean held = true;

  DirectCard(DeviceEnd guest, VnicSpec said, World world) {
    this.guest = guest;
    this.spec = said.sriov().orElse(SriovSpec.DEFAULT);
    this.attach = said.bridge();
    this.world = world;
  }

  void attach(String to) {
    if (host.equals(to)) {
      return;
    }
    String name = guest.port().name();
    if (!host.isEmpty()) {
      throw new Refusal(
          "nics", "'%s' is a piece of a card of '%s', and cannot move".formatted(name, host));
    }
    if (attach.isEmpty()) {
      throw new Refusal("attach", "'%s' is a virtual function: say of which card".formatted(name));
    }
    host = to;
    VirtualFunction function =
        EmbeddedSwitch.of(to + "." + attach, world)
            .give(guest, spec.set(), spec.driven(), spec.moderated());
    given = List.of(function);
    function.hold(held);
    serve(function.queue());
  }

  /** The card of the host of which it is a piece; empty before it is. */
  String of() {
    return host.isEmpty() ? "" : host + "." + attach;
  }

  void hold(boolean on) {
    held = on;
    given.forEach(function -> function.hold(on));
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
