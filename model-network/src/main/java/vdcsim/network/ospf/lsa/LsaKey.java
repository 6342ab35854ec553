package vdcsim.network.ospf.lsa;

import vdcsim.network.ip.Ipv4Address;

/**
 * What names an LSA; its instances differ in age, sequence number and checksum (RFC 2328, 12.1).
 *
 * @param linkStateId what part of the world it describes; what it holds depends on the type (Table
 *     16)
 * @param advertisingRouter who wrote it
 */
public record LsaKey(LsaType type, Ipv4Address linkStateId, RouterId advertisingRouter)
    implements Comparable<LsaKey> {

  /** The key of the router LSA of a router (12.1.4: the link state ID is its own). */
  public static LsaKey router(RouterId router) {
    return new LsaKey(LsaType.ROUTER, router.address(), router);
  }

  /** Link state ID and advertising router as one number, in the order of keys of one type. */
  long bits() {
    return ((long) linkStateId.bits() << 32) | (advertisingRouter.bits() & 0xFFFF_FFFFL);
  }

  /** By type, then by link state ID, then by advertising router. */
  @Override
  public int compareTo(LsaKey other) {
    int order = type.compareTo(other.type);
    return order != 0 ? order : Long.compareUnsigned(bits(), other.bits());
  }

  /** Written out, since databases and queues compare keys all the time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LsaKey that && bits() == that.bits() && type == that.type;
  }

  /** Mixed, since both halves of a router LSA's key are the same. */
  @Override
  public int hashCode() {
    long mixed = (bits() + type.code()) * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed ^ mixed >>> 32);
  }

  @Override
  public String toString() {
    return type + " " + linkStateId + " of " + advertisingRouter;
  }
}
