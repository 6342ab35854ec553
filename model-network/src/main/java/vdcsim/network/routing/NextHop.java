package vdcsim.network.routing;

import java.util.Comparator;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;

/**
 * Where a packet goes next.
 *
 * @param interfaceName the interface over which it leaves; empty where it follows from the
 *     gateway's own route
 * @param gateway the router that takes it; empty where the destination itself is there
 */
public record NextHop(Optional<String> interfaceName, Optional<Ipv4Address> gateway)
    implements Comparable<NextHop> {
  private static final Comparator<NextHop> ORDER =
      Comparator.comparing((NextHop n) -> n.gateway().orElse(new Ipv4Address(0)))
          .thenComparing(n -> n.interfaceName().orElse(""));

  public NextHop {
    if (interfaceName.isEmpty() && gateway.isEmpty()) {
      throw new IllegalArgumentException("a next hop needs an interface, a gateway, or both");
    }
  }

  /** Straight to the destination. */
  public static NextHop connected(String interfaceName) {
    return new NextHop(Optional.of(interfaceName), Optional.empty());
  }

  /** To a router at an interface. */
  public static NextHop via(String interfaceName, Ipv4Address gateway) {
    return new NextHop(Optional.of(interfaceName), Optional.of(gateway));
  }

  /** To a router whose own route says where it is. */
  public static NextHop recursive(Ipv4Address gateway) {
    return new NextHop(Optional.empty(), Optional.of(gateway));
  }

  @Override
  public int compareTo(NextHop other) {
    return ORDER.compare(this, other);
  }
}
