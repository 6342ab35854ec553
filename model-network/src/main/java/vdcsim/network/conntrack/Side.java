package vdcsim.network.conntrack;

/** A side of a packet. */
public enum Side {
  /** Who sends. */
  SOURCE,
  /** Whom it is for. */
  DESTINATION;

  /** The other one. */
  public Side other() {
    return this == SOURCE ? DESTINATION : SOURCE;
  }
}
