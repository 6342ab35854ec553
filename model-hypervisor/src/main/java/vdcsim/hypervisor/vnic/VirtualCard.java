package vdcsim.hypervisor.vnic;

import java.util.List;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Patch;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.World;
import vdcsim.network.hostbridge.HostBridge;

/**
 * A network card of a virtual machine: an Ethernet end in the guest, which is attached to a bridge
 * of the host where the machine is, and works while the machine runs.
 */
final class VirtualCard {
  private final String name;
  private final VnicSpec spec;
  private final World world;
  private final DeviceEnd guest;
  private final Patch out;
  private final Announcement announcement;
  private List<Patch> in = List.of();
  private List<DeviceEnd> tap = List.of();
  private List<HostBridge> at = List.of();
  private boolean held = true;

  /**
   * A card that is attached to nothing.
   *
   * @param name the machine's name, a dot, and the card's
   */
  VirtualCard(String name, VnicSpec spec, World world) {
    this.name = name;
    this.spec = spec;
    this.world = world;
    Simulation simulation = world.simulation();
    MacAddress address =
        spec.address()
            .map(text -> Addresses.give(world, text))
            .orElseGet(() -> Addresses.next(world));
    EthernetPort port = new EthernetPort(simulation, name, address, spec.settings());
    long rate = spec.rate().bitsPerSecond();
    this.guest = new DeviceEnd(port, rate);
    this.out = new Patch(simulation, guest, rate);
    this.announcement = new Announcement(simulation, port.address());
    hold(true);
  }

  String name() {
    return name;
  }

  EthernetPort port() {
    return guest.port();
  }

  /** The bridge that it is attached to, if any. */
  List<HostBridge> at() {
    return at;
  }

  /**
   * Attaches it in this host, and in no other any longer; where it was attached before, the
   * switches are told that it has moved.
   */
  void attach(String host) {
    HostBridge bridge = HostBridge.require("nics", host, spec.bridge(), world);
    if (at.equals(List.of(bridge))) {
      return;
    }
    boolean moved = !at.isEmpty();
    detach();
    DeviceEnd end = bridge.tap(name);
    Patch inwards = new Patch(world.simulation(), end, spec.rate().bitsPerSecond());
    inwards.hold(held);
    inwards.turn(guest);
    out.turn(end);
    at = List.of(bridge);
    tap = List.of(end);
    in = List.of(inwards);
    end.carrier(true);
    guest.carrier(true);
    if (moved) {
      announcement.begin(end);
    }
  }

  private void detach() {
    out.part();
    in.forEach(Patch::part);
    tap.forEach(end -> end.carrier(false));
  }

  /** Carries nothing from now on, since the machine stands still, or does again. */
  void hold(boolean on) {
    held = on;
    out.hold(on);
    in.forEach(inwards -> inwards.hold(on));
  }
}
