package vdcsim.network.ospf;

/** What an interface has come to (RFC 2328, 9.1). */
public enum InterfaceState {
  /** It cannot be used. */
  DOWN("Down"),
  /** It leads to the router itself. */
  LOOPBACK("Loopback"),
  /** It listens for a designated router before it stands for election. */
  WAITING("Waiting"),
  /** It leads to one other router. */
  POINT_TO_POINT("Point-To-Point"),
  /** Others are the designated router and its backup. */
  DR_OTHER("DROther"),
  /** It is the backup. */
  BACKUP("Backup"),
  /** It is the designated router. */
  DR("DR");

  private final String label;

  InterfaceState(String label) {
    this.label = label;
  }

  /** How FRRouting writes it. */
  public String label() {
    return label;
  }

  /** Whether it has stood for election. */
  boolean isElected() {
    return this == DR_OTHER || this == BACKUP || this == DR;
  }
}
