package vdcsim.network.spanningtree;

import java.util.Optional;
import vdcsim.network.bridge.BridgePort;

/** How a bridge stands in the spanning tree, whichever protocol it speaks, and what can be set. */
public interface SpanningTree {
  /** The protocol. */
  Protocol protocol();

  /** The bridge's own identifier. */
  BridgeId bridgeId();

  /** The bridge that it believes to be the root. */
  BridgeId root();

  /** The port towards the root; nothing at the root itself. */
  Optional<BridgePort> rootPort();

  /** The cost of the way to the root; zero at the root itself. */
  long rootPathCost();

  /** How a port of this bridge stands. */
  PortStatus status(BridgePort port);

  /** Gives the bridge another priority. */
  void changePriority(int priority);

  /** Gives a port another path cost, which holds whatever the rate of its cable. */
  void changeCost(BridgePort port, int cost);

  /** Gives a port another priority. */
  void changePortPriority(BridgePort port, int priority);
}
