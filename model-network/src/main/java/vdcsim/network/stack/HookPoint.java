package vdcsim.network.stack;

/** Where others may look at a packet on its way through a stack (Linux, netfilter). */
public enum HookPoint {
  /** It came in over an interface; where it goes is not decided yet. */
  PREROUTING,
  /** It is for this machine, and about to be handed to the protocol above. */
  INPUT,
  /** It is for others, and may be passed on. */
  FORWARD,
  /** This machine made it. */
  OUTPUT,
  /** It is about to leave over an interface; it has not been cut yet. */
  POSTROUTING
}
