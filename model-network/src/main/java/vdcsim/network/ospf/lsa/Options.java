package vdcsim.network.ospf.lsa;

/** What a router or an area can do, one bit each (RFC 2328, A.2; RFC 3101, 2.1). */
public final class Options {
  /** External LSAs are flooded here: the area is no stub. */
  public static final int E = 0x02;

  /** In a Hello (N): type 7 LSAs are understood. In a type 7 LSA (P): it is to be translated. */
  public static final int NP = 0x08;

  /** Demand circuits are understood (RFC 1793). */
  public static final int DC = 0x20;

  /** Opaque LSAs are understood (RFC 5250). */
  public static final int O = 0x40;

  private Options() {}
}
