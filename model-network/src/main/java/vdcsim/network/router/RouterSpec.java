package vdcsim.network.router;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.StaticRouteSpec;

/** What a scenario says about a router. */
@Doc("A router: it passes packets between the networks of its interfaces.")
public record RouterSpec(
    @Key(
            value = "Its interfaces by name, each with its address and network.",
            example = "{ eth0: 10.0.0.254/24, eth1: 10.1.0.254/24 }")
        Map<String, String> interfaces,
    @Key(value = "Addresses that belong to no interface.", example = "[10.255.0.1/32]")
        List<String> loopbacks,
    @Key("Routes that are written down.") List<StaticRouteSpec> routes,
    @Key(
            value = "How many frames may wait at each interface to be sent.",
            fallback = "1000",
            source = "Linux, default txqueuelen of an Ethernet device")
        int queue) {

  public RouterSpec {
    interfaces = new LinkedHashMap<>(interfaces);
    loopbacks = List.copyOf(loopbacks);
    routes = List.copyOf(routes);
    interfaces.values().forEach(text -> check("interfaces", text));
    loopbacks.forEach(text -> check("loopbacks", text));
    if (interfaces.isEmpty()) {
      throw new Refusal("interfaces", "a router needs at least one interface");
    }
    if (queue < 1) {
      throw new Refusal("queue", "a queue holds at least 1 frame, was " + queue);
    }
  }

  private static void check(String key, String text) {
    try {
      Ipv4Interface.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  /** Its addresses, as those of a host that forwards. */
  IpSpec ip() {
    return new IpSpec(Optional.empty(), interfaces, Optional.empty(), routes, true);
  }
}
