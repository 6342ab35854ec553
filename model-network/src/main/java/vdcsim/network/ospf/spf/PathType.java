package vdcsim.network.ospf.spf;

/** What kind of path a route is, the preferred first (RFC 2328, 11). */
public enum PathType {
  /** Within an area of this router. */
  INTRA_AREA("N"),
  /** To another area, as a border router says. */
  INTER_AREA("N IA"),
  /** To the outside; the external metric adds to the way inside (E1 and N1). */
  EXTERNAL_1("N E1"),
  /** To the outside; the external metric comes first (E2 and N2). */
  EXTERNAL_2("N E2");

  private final String label;

  PathType(String label) {
    this.label = label;
  }

  /** How FRRouting writes it for a network: {@code N}, {@code N IA}, {@code N E1}, {@code N E2}. */
  public String label() {
    return label;
  }

  /** Whether it leads out of the autonomous system. */
  public boolean isExternal() {
    return this == EXTERNAL_1 || this == EXTERNAL_2;
  }
}
