package vdcsim.network.bridge;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.World;

/** What a scenario says about a switch that is told to forget what it has learned. */
@Doc("A switch that forgets all addresses, as an operator's command has it.")
@Shorthand("device")
public record ForgetAddresses(
    @Key(value = "The switch.", example = "s1", names = "switches") String device) {

  /** Empties the switch's table. */
  public static Runnable plan(ForgetAddresses action, World world) {
    Bridge bridge = world.require("device", action.device, Bridge.class, "switch");
    return bridge::forgetAll;
  }
}
