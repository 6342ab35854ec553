package vdcsim.network.ospf.spf;

import vdcsim.network.ip.Ipv4Address;

/**
 * A next hop of a route.
 *
 * @param interfaceName the interface over which packets leave
 * @param gateway the router that takes them; {@link #ATTACHED} where the destination is there
 * @param virtual whether it comes from a virtual link (the interface is the real one beneath it)
 */
public record Hop(String interfaceName, Ipv4Address gateway, boolean virtual)
    implements Comparable<Hop> {
  /** Stands for the gateway of what the interface itself leads to. */
  public static final Ipv4Address ATTACHED = new Ipv4Address(0);

  /** Straight to what is at an interface. */
  public static Hop attached(String interfaceName) {
    return new Hop(interfaceName, ATTACHED, false);
  }

  /** To a router at an interface. */
  public static Hop via(String interfaceName, Ipv4Address gateway) {
    return new Hop(interfaceName, gateway, false);
  }

  /** Whether there is no gateway. */
  public boolean isAttached() {
    return gateway.bits() == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hop that
        && gateway.equals(that.gateway)
        && virtual == that.virtual
        && interfaceName.equals(that.interfaceName);
  }

  @Override
  public int hashCode() {
    return 31 * gateway.hashCode() + interfaceName.hashCode();
  }

  /** By gateway, then by interface; real ones before virtual ones. */
  @Override
  public int compareTo(Hop other) {
    int order = gateway.compareTo(other.gateway);
    order = order != 0 ? order : interfaceName.compareTo(other.interfaceName);
    return order != 0 ? order : Boolean.compare(virtual, other.virtual);
  }
}
