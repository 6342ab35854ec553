package vdcsim.network.vlan;

import java.util.ArrayList;
import java.util.List;
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
  private final VlanSpec.Learning learning;

  /** By the port's number less one; a port may be plugged in later than its VLANs are set. */
  private final List<PortVlans> ports = new ArrayList<>();

  private Vlans(Bridge bridge, VlanSpec.Learning learning) {
    this.bridge = bridge;
    this.learning = learning;
  }

  /** Gives the switch of this name its VLANs. */
  public static Wiring make(String name, VlanSpec spec, World world) {
    Bridge bridge = world.require("", name, Bridge.class, "switch");
    Vlans vlans = new Vlans(bridge, spec.learning());
    spec.ports().forEach((port, portSpec) -> vlans.set(bridge.require("ports", port), portSpec));
    world.add(name, vlans);
    bridge.sort(vlans);
    return Wiring.NONE;
  }

  /** Gives a port other VLANs from now on; what was learned there is forgotten. */
  void change(BridgePort port, PortVlanSpec spec) {
    set(port, spec);
    bridge.forget(port);
  }

  private void set(BridgePort port, PortVlanSpec spec) {
    of(port);
    ports.set(port.number() - 1, PortVlans.of(spec));
  }

  private PortVlans of(BridgePort port) {
    while (ports.size() < port.number()) {
      ports.add(PortVlans.unnamed());
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
    return learning == VlanSpec.Learning.SHARED ? 0 : vlan;
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
