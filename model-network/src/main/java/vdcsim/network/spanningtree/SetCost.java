package vdcsim.network.spanningtree;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.world.World;

/** What a scenario says about a port that gets another path cost. */
@Doc("Another path cost for a port.")
public record SetCost(
    @Key(value = "The port.", example = "s1.p2") String port,
    @Key(value = "What the way over it costs from now on.", example = "100") int cost) {

  /** Changes the cost of a port. */
  public static Runnable plan(SetCost action, World world) {
    TreeEnd end = TreeEnd.find("port", action.port, world);
    end.tree().protocol().checkCost("cost", action.cost);
    return () -> end.tree().changeCost(end.port(), action.cost);
  }
}
