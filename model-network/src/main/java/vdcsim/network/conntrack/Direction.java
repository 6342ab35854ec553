package vdcsim.network.conntrack;

/** A direction of a connection. */
public enum Direction {
  /** That of the packet that began it. */
  ORIGINAL,
  /** That of its answers. */
  REPLY;

  /** The other one. */
  public Direction other() {
    return this == ORIGINAL ? REPLY : ORIGINAL;
  }
}
