package vdcsim.network.spanningtree;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.world.World;

/** What a scenario says about a port that gets another priority. */
@Doc("Another priority for a port.")
public record SetPortPriority(
    @Key(value = "The port.", example = "s1.p2") String port,
    @Key(
            value = "Its priority from now on; of ports that are alike the lowest is taken.",
            example = "16")
        int priority) {

  /** Changes the priority of a port. */
  public static Runnable plan(SetPortPriority action, World world) {
    TreeEnd end = TreeEnd.find("port", action.port, world);
    end.tree().protocol().checkPortPriority("priority", action.priority);
    return () -> end.tree().changePortPriority(end.port(), action.priority);
  }
}
