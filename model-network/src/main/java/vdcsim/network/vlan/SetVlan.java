package vdcsim.network.vlan;

import java.util.Optional;
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
    String name = name(action.port, world).orElse(action.port.substring(0, dot));
    Bridge bridge = world.require("port", name, Bridge.class, "switch");
    Vlans vlans =
        world
            .find(name, Vlans.class)
            .orElseThrow(
                () -> new Refusal("port", "switch '" + name + "' has no 'vlans' to change"));
    String label = action.port.substring(name.length() + 1);
    Optional<BridgePort> there =
        bridge.ports().stream().filter(port -> port.label().equals(label)).findFirst();
    BridgePort port = there.orElseGet(() -> bridge.require("port", label));
    return () -> vlans.change(port, action.vlans);
  }

  /** The bridge of a port, whose name may have a dot, as that in a host: the longest that fits. */
  private static Optional<String> name(String port, World world) {
    for (int dot = port.lastIndexOf('.'); dot > 0; dot = port.lastIndexOf('.', dot - 1)) {
      if (world.find(port.substring(0, dot), Bridge.class).isPresent()) {
        return Optional.of(port.substring(0, dot));
      }
    }
    return Optional.empty();
  }
}
