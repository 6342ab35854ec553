package vdcsim.network.routing;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Prefix;

/** Hears of every change of the route in use for a network. */
@FunctionalInterface
public interface RouteListener {
  /** From now on {@code after} is used; empty where the network cannot be reached any more. */
  void changed(Ipv4Prefix prefix, Optional<Route> before, Optional<Route> after);
}
