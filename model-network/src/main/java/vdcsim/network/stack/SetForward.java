package vdcsim.network.stack;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.world.World;

/** What a scenario says about a machine that begins to pass on packets, or ceases to. */
@Doc("Whether a machine passes on packets that are for others, from now on.")
public record SetForward(
    @Key(value = "The host or router.", example = "r1") String machine,
    @Key(value = "Whether it passes them on.", example = "false") boolean forward) {

  /** Switches forwarding on or off. */
  public static Runnable plan(SetForward action, World world) {
    Stack stack = Stacks.at("machine", action.machine, world);
    return () -> stack.switchForwarding(action.forward);
  }
}
