package vdcsim.network.spanningtree;

import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;

/** A switch's port by name, and the spanning tree that it is in. */
record TreeEnd(SpanningTree tree, BridgePort port) {
  /**
   * Finds a port that is written as {@code s1.p2}.
   *
   * @param key the key whose value is {@code written}
   */
  static TreeEnd find(String key, String written, World world) {
    int dot = written.indexOf('.');
    if (dot < 0) {
      throw new Refusal(key, "a port reads 's1.p2', was '" + written + "'");
    }
    String name = written.substring(0, dot);
    SpanningTree tree = world.require(key, name, SpanningTree.class, "switch with a spanning tree");
    Bridge bridge = world.require(key, name, Bridge.class, "switch");
    return new TreeEnd(tree, bridge.require(key, written.substring(dot + 1)));
  }
}
