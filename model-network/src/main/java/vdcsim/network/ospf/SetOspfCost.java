package vdcsim.network.ospf;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** What a scenario says about an interface that gets another cost. */
@Doc("Another cost for an interface on which a router speaks OSPF.")
public record SetOspfCost(
    @Key(value = "The interface, with its router.", example = "r1.p1") String port,
    @Key(value = "What sending over it costs from now on.", example = "5") int cost) {

  public SetOspfCost {
    OspfInterfaceSpec.checkCost("cost", cost);
  }

  /** Changes the cost of an interface. */
  public static Runnable plan(SetOspfCost action, World world) {
    int dot = action.port.indexOf('.');
    if (dot < 0) {
      throw new Refusal("port", "a port reads 'r1.p1', was '" + action.port + "'");
    }
    String router = action.port.substring(0, dot);
    Ospf ospf = world.require("port", router, Ospf.class, "router with OSPF");
    OspfInterface over = ospf.require("port", action.port.substring(dot + 1));
    return () -> ospf.changeCost(over, action.cost);
  }
}
