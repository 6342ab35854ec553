package vdcsim.network.vlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;
import vdcsim.network.bridge.VlanRules;

/**
 * The VLANs of a switch (IEEE 802.1Q-2018, 6.9 and 8.6): each frame belongs to one, by its tag or
 * by the port at which it came in, and leaves only at ports that carry it, with the tag or without.
 */
public final class Vlans implements VlanRules {
  private final Bridge bridge;
  private final VlanSpec spec;
  private final PortVlans unnamed;

  /** By the port's number less one; a port may be plugged in later than its VLANs are set. */
  private final List<PortVlans> ports = new ArrayList<>();

  private Vlans(Bridge bridge, VlanSpec spec, PortVlans unnamed) {
    this.bridge = bridge;
    this.spec = spec;
    this.unnamed = unnamed;
  }

  /** Gives the switch of this name its VLANs. */
  public static Wiring make(String name, VlanSpec spec, World world) {
    Bridge bridge = world.require("", name, Bridge.class, "switch");
    spec.ports().keySet().forEach(port -> bridge.require("ports", port));
    sort(bridge, new Vlans(bridge, spec, PortVlans.unnamed()), world);
    return Wiring.NONE;
  }

  /**
   * Gives a bridge of software its VLANs, whose ports come and go: one that is not named takes all
   * frames of VLAN 1 (Linux, bridge: vlan_default_pvid).
   */
  public static void within(Bridge bridge, VlanSpec spec, World world) {
    sort(bridge, new Vlans(bridge, spec, PortVlans.open()), world);
  }

  private static void sort(Bridge bridge, Vlans vlans, World world) {
    world.add(bridge.name(), vlans);
    bridge.sort(vlans);
  }

  /** Gives a port other VLANs from now on; what was learned there is forgotten. */
  public void change(BridgePort port, PortVlanSpec other) {
    of(port);
    ports.set(port.number() - 1, PortVlans.of(other));
    bridge.forget(port);
  }

  private PortVlans of(BridgePort port) {
    while (ports.size() < port.number()) {
      Optional<PortVlanSpec> named = spec.of(bridge.ports().get(ports.size()).label());
      ports.add(named.map(PortVlans::of).orElse(unnamed));
    }
    return ports.get(port.number() - 1);
  }

  /**
   * The tag that names the frame's VLAN: of a customer's kind, and not a priority alone (6.9.1).
   */
  private static boolean isTagged(Frame frame) {
    return isCustomerTagged(frame) && frame.tags().get(0).vlan() != 0;
  }

  private static boolean isCustomerTagged(Frame frame) {
    return !frame.tags().isEmpty() && frame.tags().get(0).protocol() == VlanTag.CUSTOMER;
  }

  @Override
  public int classify(BridgePort from, Frame frame) {
    PortVlans port = of(from);
    if (!isTagged(frame)) {
      return port.takesUntagged() ? port.portVlan() : REFUSED;
    }
    int vlan = frame.tags().get(0).vlan();
    return port.takesTagged() && port.carries(vlan) ? vlan : REFUSED;
  }

  @Override
  public int filteringDatabase(int vlan) {
    return spec.learning() == VlanSpec.Learning.SHARED ? 0 : vlan;
  }

  @Override
  public boolean admits(BridgePort to, int vlan) {
    return of(to).carries(vlan);
  }

  /** The frame is as it came in, so that it is copied only where its tag changes. */
  @Override
  public Frame leaving(BridgePort from, BridgePort to, int vlan, Frame frame) {
    boolean untagged = of(to).leavesUntagged(vlan);
    if (isTagged(frame)) {
      return untagged ? frame.untagged() : frame;
    }
    Frame bare = isCustomerTagged(frame) ? frame.untagged() : frame;
    return untagged ? bare : bare.tagged(tag(from, vlan, frame));
  }

  private VlanTag tag(BridgePort from, int vlan, Frame frame) {
    if (isCustomerTagged(frame)) {
      VlanTag priority = frame.tags().get(0);
      return new VlanTag(VlanTag.CUSTOMER, priority.priority(), priority.dropEligible(), vlan);
    }
    return new VlanTag(VlanTag.CUSTOMER, of(from).priority(), false, vlan);
  }
}
