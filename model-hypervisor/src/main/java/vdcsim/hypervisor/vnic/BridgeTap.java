package vdcsim.hypervisor.vnic;

import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.BroadcastDomain;
import vdcsim.network.hostbridge.HostBridge;

/** A card that is attached to a bridge of the host by a tap. */
final class BridgeTap implements AtTap {
  private final String name;
  private final VnicSpec spec;
  private final World world;
  private final TapEnd end;
  private Optional<HostBridge> at = Optional.empty();

  BridgeTap(DeviceEnd guest, VnicSpec spec, World world) {
    this.name = guest.port().name();
    this.spec = spec;
    this.world = world;
    this.end = new TapEnd(guest, world.simulation());
  }

  @Override
  public void attach(String host) {
    HostBridge bridge = HostBridge.require("nics", host, spec.bridge(), world);
    if (!at.equals(Optional.of(bridge))) {
      at = Optional.of(bridge);
      end.move(new HostEnd(tap(bridge), world.find(host, Machine.class), bridge.forwardCycles()));
    }
  }

  private DeviceEnd tap(HostBridge bridge) {
    return spec.vlan().map(vlans -> bridge.tap(name, vlans)).orElseGet(() -> bridge.tap(name));
  }

  @Override
  public Optional<String> lacking(String host) {
    if (HostBridge.find(host, spec.bridge(), world).isPresent()) {
      return Optional.empty();
    }
    String bridge = spec.bridge().isEmpty() ? "bridge" : "bridge '" + spec.bridge() + "'";
    return Optional.of("'%s' has no %s for card '%s'".formatted(host, bridge, end.card()));
  }

  @Override
  public Optional<String> obstacle(String host) {
    Optional<HostBridge> named = HostBridge.find(host, spec.bridge(), world);
    if (named.isEmpty()) {
      return lacking(host);
    }
    return at.equals(named) ? Optional.empty() : apart(end.card(), named.get());
  }

  private Optional<String> apart(String card, HostBridge there) {
    EthernetPort here = end.place().orElseThrow().tap().port();
    if (BroadcastDomain.reaches(here, there.bridge())) {
      return Optional.empty();
    }
    String why =
        BroadcastDomain.isJoined(here, there.bridge()) ? "in another VLAN" : "on another network";
    return Optional.of(
        "the address of card '%s' cannot move: bridge '%s' is %s than '%s'"
            .formatted(card, there.bridge().name(), why, at.orElseThrow().bridge().name()));
  }

  @Override
  public TapEnd end() {
    return end;
  }

  @Override
  public Optional<Place> drawnAt() {
    return Optional.of(new Place(at.map(bridge -> bridge.bridge().name()).orElse(""), name));
  }
}
