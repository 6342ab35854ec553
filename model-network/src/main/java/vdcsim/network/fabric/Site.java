package vdcsim.network.fabric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.host.NicSpec;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stacks;
import vdcsim.network.stack.StaticRouteSpec;

/**
 * A fabric while it is made: what each router will have, and the cables.
 *
 * <p>Addresses: hosts in N.x.y.0/24, a network for each router that has hosts, of which each host's
 * cable takes two; cables between routers in N.128.0.0/9, two addresses each (RFC 3021).
 */
final class Site {
  /** So many networks of two addresses are in one of 256. */
  static final int MOST_BELOW = 128;

  /** Linux, default txqueuelen of an Ethernet device. */
  private static final int QUEUE = 1000;

  private static final int BETWEEN_ROUTERS = 128 << 16;

  private final String prefix;
  private final int octet;
  private final int mtu;
  private final Duration delay;
  private final Map<String, Draft> routers = new LinkedHashMap<>();
  private final List<HostDraft> hosts = new ArrayList<>();
  private final List<LinkSpec> cables = new ArrayList<>();
  private int between;

  Site(Optional<String> prefix, int octet, int mtu, Duration delay) {
    this.prefix = prefix.orElse("");
    this.octet = octet;
    this.mtu = mtu;
    this.delay = delay;
  }

  /** A router whose interfaces come one by one. */
  private static final class Draft {
    private final Map<String, RouterInterfaceSpec> interfaces = new LinkedHashMap<>();
    private final List<StaticRouteSpec> routes = new ArrayList<>();
  }

  private record HostDraft(String name, DataRate rate, String address, String gateway) {}

  static void checkOctet(int octet) {
    if (octet < 1 || octet > 223 || octet == 127) {
      throw new Refusal("octet", "a network begins with 1 to 223, not with 127, was " + octet);
    }
  }

  static void checkMtu(int mtu) {
    if (mtu < PortSettings.LEAST_MTU || mtu > PortSettings.LARGEST_MTU) {
      throw new Refusal(
          "mtu",
          "an mtu must lie between %d and %d, was %d"
              .formatted(PortSettings.LEAST_MTU, PortSettings.LARGEST_MTU, mtu));
    }
  }

  private Draft draft(String router) {
    return routers.computeIfAbsent(router, name -> new Draft());
  }

  /** The network of the hosts below a router, by two numbers. */
  String network(int high, int low) {
    return address(high << 16 | low << 8) + "/24";
  }

  private Ipv4Address address(int rest) {
    return new Ipv4Address(octet << 24 | rest);
  }

  /** A host below a router, the place'th there, in the network of these two numbers. */
  void host(int number, String router, int place, int high, int low, DataRate rate) {
    int first = high << 16 | low << 8 | 2 * place;
    String name = "h" + number;
    String port = "down" + (place + 1);
    draft(router).interfaces.put(port, new RouterInterfaceSpec(address(first) + "/31"));
    hosts.add(new HostDraft(name, rate, address(first + 1) + "/31", address(first).toString()));
    cable(name + ".eth0", router + "." + port, rate);
  }

  /** A cable between two routers; returns the address of the upper one, then of the lower one. */
  List<String> join(String upper, String upperPort, String lower, String lowerPort, DataRate rate) {
    Ipv4Address above = address(BETWEEN_ROUTERS + between++);
    Ipv4Address below = address(BETWEEN_ROUTERS + between++);
    draft(upper).interfaces.put(upperPort, new RouterInterfaceSpec(above + "/31"));
    draft(lower).interfaces.put(lowerPort, new RouterInterfaceSpec(below + "/31"));
    cable(lower + "." + lowerPort, upper + "." + upperPort, rate);
    return List.of(above.toString(), below.toString());
  }

  private void cable(String left, String right, DataRate rate) {
    cables.add(
        new LinkSpec(
            prefix + left + " -- " + prefix + right, Optional.of(rate), delay, new Ratio(0)));
  }

  /** A route of a router, over all these gateways. */
  void route(String router, String network, List<String> gateways) {
    draft(router).routes.add(new StaticRouteSpec(network, gateways, Optional.empty(), false, 1));
  }

  /** A router throws away what is for this network and has no better route: no packet circles. */
  void discard(String router, String network) {
    draft(router).routes.add(new StaticRouteSpec(network, List.of(), Optional.empty(), true, 1));
  }

  /**
   * Makes everything, unless a name is taken, and lays the cables at once: both ends of each are
   * here, and whoever is connected before may need them. What it returns makes the network stacks.
   */
  Wiring make(String fabric, World world) {
    hosts.forEach(host -> checkFree(prefix + host.name, world));
    routers.keySet().forEach(name -> checkFree(prefix + name, world));
    world.add(fabric, new Fabric(hosts.stream().map(host -> prefix + host.name).toList()));
    List<Wiring> addresses = new ArrayList<>();
    hosts.forEach(host -> addresses.add(make(host, world)));
    routers.forEach((name, draft) -> addresses.add(make(name, draft, world)));
    for (LinkSpec cable : cables) {
      Cabling.lay(cable.link(), cable, world).connect();
    }
    return () -> addresses.forEach(Wiring::connect);
  }

  private static void checkFree(String name, World world) {
    if (world.find(name, Object.class).isPresent()) {
      throw new Refusal(
          "prefix",
          "the fabric makes '%s', and there is already a thing named so; give another prefix"
              .formatted(name));
    }
  }

  private Wiring make(HostDraft host, World world) {
    String name = prefix + host.name;
    NicSpec nic = new NicSpec(host.rate, QUEUE, Optional.empty(), mtu, Optional.empty());
    new Host(name, new HostSpec(Map.of("eth0", nic)), world);
    IpSpec ip =
        new IpSpec(
            Optional.of(host.address), Map.of(), Optional.of(host.gateway), List.of(), false);
    return Stacks.addresses(name, ip, world);
  }

  private Wiring make(String name, Draft draft, World world) {
    RouterSpec spec = new RouterSpec(draft.interfaces, List.of(), draft.routes, true, QUEUE, mtu);
    return Router.make(prefix + name, spec, world);
  }
}
