package vdcsim.network.rstp;

import vdcsim.network.spanningtree.PortState;

/** Port State Transition (IEEE 802.1D-2004, 17.30): opens and shuts a port for frames. */
final class StateTransition {
  private StateTransition() {}

  /** The state that a port is in. */
  static PortState state(RstpPort port) {
    if (port.forwarding) {
      return PortState.FORWARDING;
    }
    return port.learning ? PortState.LEARNING : PortState.DISCARDING;
  }

  /** Whether something has changed. */
  static boolean run(RstpPort port) {
    PortState before = state(port);
    PortState next =
        switch (before) {
          case DISCARDING, DISABLED, BLOCKING, LISTENING ->
              port.learn ? PortState.LEARNING : PortState.DISCARDING;
          case LEARNING -> afterLearning(port);
          case FORWARDING -> port.forward ? PortState.FORWARDING : PortState.DISCARDING;
        };
    if (next == before) {
      return false;
    }
    port.learning = next.learns();
    port.forwarding = next.forwards();
    port.tree().enter(next);
    return true;
  }

  private static PortState afterLearning(RstpPort port) {
    if (!port.learn) {
      return PortState.DISCARDING;
    }
    return port.forward ? PortState.FORWARDING : PortState.LEARNING;
  }
}
