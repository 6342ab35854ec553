package vdcsim.network.router;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.PortSettings;
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
        Map<String, RouterInterfaceSpec> interfaces,
    @Key(value = "Addresses that belong to no interface.", example = "[10.255.0.1/32]")
        List<String> loopbacks,
    @Key("Routes that are written down.") List<StaticRouteSpec> routes,
    @Key(
            value = "Whether it passes on packets that are for others.",
            fallback = "true",
            source = "RFC 1812, 5.1: what makes a router")
        boolean forward,
    @Key(
            value = "How many frames may wait at each interface to be sent.",
            fallback = "1000",
            source = "Linux, default txqueuelen of an Ethernet device")
        int queue,
    @Key(
            value = "The longest packet in bytes that its interfaces send whole.",
            fallback = "1500",
            source = "RFC 894: IP over Ethernet",
            example = "9000")
        int mtu) {

  public RouterSpec {
    interfaces = new LinkedHashMap<>(interfaces);
    loopbacks = List.copyOf(loopbacks);
    routes = List.copyOf(routes);
    loopbacks.forEach(text -> check("loopbacks", text));
    if (interfaces.isEmpty()) {
      throw new Refusal("interfaces", "a router needs at least one interface");
    }
    if (queue < 1) {
      throw new Refusal("queue", "a queue holds at least 1 frame, was " + queue);
    }
    if (mtu < PortSettings.LEAST_MTU || mtu > PortSettings.LARGEST_MTU) {
      throw new Refusal(
          "mtu",
          "an mtu must lie between %d and %d, was %d"
              .formatted(PortSettings.LEAST_MTU, PortSettings.LARGEST_MTU, mtu));
    }
  }

  private static void check(String key, String text) {
    try {
      Ipv4Interface.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  /** A router with these interfaces, no loopback addresses, and routes; all else is the default. */
  public RouterSpec(Map<String, String> addresses, List<StaticRouteSpec> routes) {
    this(interfaces(addresses), List.of(), routes, true, 1000, PortSettings.STANDARD_MTU);
  }

  private static Map<String, RouterInterfaceSpec> interfaces(Map<String, String> addresses) {
    Map<String, RouterInterfaceSpec> interfaces = new LinkedHashMap<>();
    addresses.forEach((name, ip) -> interfaces.put(name, new RouterInterfaceSpec(ip)));
    return interfaces;
  }

  PortSettings settings() {
    return new PortSettings(queue, PortSettings.ANY_BYTES, mtu);
  }

  /** Its addresses and routes, as those of a host. */
  IpSpec ip() {
    Map<String, String> addresses = new LinkedHashMap<>();
    interfaces.forEach((name, spec) -> addresses.put(name, spec.ip()));
    return new IpSpec(Optional.empty(), addresses, Optional.empty(), routes, forward);
  }
}
