package vdcsim.network.vlan;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;

/** What a scenario says about a port that gets other VLANs. */
@Doc("Other VLANs for a port.")
public record SetVlan(
    @Key(value = "The port.", example = "s1.p2") String port,
    @Key(value = "Its VLANs from now on.", example = "{ access: 20 }") PortVlanSpec vlans) {

  /** Changes the VLANs of a port. */
  public static Runnable plan(SetVlan action, World world) {
    int dot = action.port.indexOf('.');
    if (dot < 0) {
      throw new Refusal("port", "a port reads 's1.p2', was '" + action.port + "'");
    }
    String name = action.port.substring(0, dot);
    Bridge bridge = world.require("port", name, Bridge.class, "switch");
    Vlans vlans =
        world
            .find(name, Vlans.class)
            .orElseThrow(
                () -> new Refusal("port", "switch '" + name + "' has no 'vlans' to change"));
    BridgePort port = bridge.require("port", action.port.substring(dot + 1));
    return () -> vlans.change(port, action.vlans);
  }
}
