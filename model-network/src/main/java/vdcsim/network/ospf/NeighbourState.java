package vdcsim.network.ospf;

/** How far a conversation with a neighbour has come, the least first (RFC 2328, 10.1). */
public enum NeighbourState {
  /** Nothing has been heard of late. */
  DOWN("Down"),
  /** It has been heard, but does not say that it hears us. */
  INIT("Init"),
  /** Both hear each other. */
  TWO_WAY("2-Way"),
  /** Who leads the exchange is being settled. */
  EX_START("ExStart"),
  /** Both say which LSAs they have. */
  EXCHANGE("Exchange"),
  /** What is missing is being asked for. */
  LOADING("Loading"),
  /** Both have the same LSAs. */
  FULL("Full");

  private final String label;

  NeighbourState(String label) {
    this.label = label;
  }

  /** How FRRouting writes it. */
  public String label() {
    return label;
  }

  boolean atLeast(NeighbourState other) {
    return compareTo(other) >= 0;
  }
}
