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

  @Override
  public int hashCode() {
    return type.code() * 31 * 31 + linkStateId.bits() * 31 + advertisingRouter.bits();
  }

  @Override
  public String toString() {
    return type + " " + linkStateId + " of " + advertisingRouter;
  }
}
