package vdcsim.network.spanningtree;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.world.World;

/** What a scenario says about a switch that gets another priority. */
@Doc("Another priority for a switch.")
public record SetPriority(
    @Key(value = "The switch.", example = "s1", names = "switches") String bridge,
    @Key(value = "Its priority from now on; the lowest becomes the root.", example = "4096")
        int priority) {

  /** Changes the priority of a switch. */
  public static Runnable plan(SetPriority action, World world) {
    SpanningTree tree =
        world.require("bridge", action.bridge, SpanningTree.class, "switch with a spanning tree");
    tree.protocol().checkPriority("priority", action.priority);
    return () -> tree.changePriority(action.priority);
  }
}
