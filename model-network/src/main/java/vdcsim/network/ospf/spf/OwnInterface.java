package vdcsim.network.ospf.spf;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * An interface of the router that calculates.
 *
 * @param address its own, with the network
 * @param neighbour of a point-to-point interface the router at the other end, once it is known
 */
public record OwnInterface(String name, Ipv4Interface address, Optional<Neighbour> neighbour) {
  /** The router at the other end of a point-to-point link, and its address there. */
  public record Neighbour(RouterId router, Ipv4Address address) {}

  /** An interface without a known neighbour. */
  public static OwnInterface of(String name, Ipv4Interface address) {
    return new OwnInterface(name, address, Optional.empty());
  }
}
