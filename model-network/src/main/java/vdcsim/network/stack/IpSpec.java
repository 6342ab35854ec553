package vdcsim.network.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;

/** What a scenario says about the addresses of a host. */
@Doc("The IPv4 addresses of a host; a card without one gets the next free address of 10.0.0.0/8.")
@Shorthand("address")
public record IpSpec(
    @Key(
            value = "The address of the first card, with its network; or 'dhcp', to ask for one.",
            example = "10.0.0.1/24")
        Optional<String> address,
    @Key(
            value = "Addresses by card, each with its network, or 'dhcp'.",
            example = "{ eth0: 10.0.0.1/24, eth1: 10.0.1.1/24 }")
        Map<String, String> cards,
    @Key(
            value = "Where packets go whose destination is in none of its networks.",
            example = "10.0.0.254")
        Optional<String> gateway,
    @Key("Routes beside the gateway.") List<StaticRouteSpec> routes,
    @Key(
            value = "Whether it forwards packets that are for others.",
            fallback = "false",
            source = "Linux, net.ipv4.ip_forward")
        boolean forward) {

  /** Stands for an address that a server gives (RFC 2131). */
  private static final String DHCP = "dhcp";

  /** A host of which a scenario says nothing. */
  static final IpSpec PLAIN =
      new IpSpec(Optional.empty(), Map.of(), Optional.empty(), List.of(), false);

  /** A host with one address and nothing else. */
  public static IpSpec of(String address) {
    return new IpSpec(Optional.of(address), Map.of(), Optional.empty(), List.of(), false);
  }

  public IpSpec {
    cards = new LinkedHashMap<>(cards);
    routes = List.copyOf(routes);
    address.ifPresent(text -> check("address", text));
    cards.values().forEach(text -> check("cards", text));
    gateway.ifPresent(IpSpec::checkGateway);
    if (gateway.isPresent() && asks(address, cards)) {
      throw new Refusal(
          "gateway", "a host that asks for its address is told its gateway as well; leave it out");
    }
  }

  private static boolean asks(Optional<String> address, Map<String, String> cards) {
    return address.filter(DHCP::equals).isPresent() || cards.containsValue(DHCP);
  }

  /** Whether it asks a server for one of its addresses at least. */
  public boolean asks() {
    return asks(address, cards);
  }

  /** The address that a text means; none for one that a server gives. */
  static Ipv4Interface read(String text) {
    return text.equals(DHCP) ? Ipv4Interface.NONE : Ipv4Interface.parse(text);
  }

  private static void check(String key, String text) {
    try {
      read(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  private static void checkGateway(String text) {
    try {
      Ipv4Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal("gateway", e.getMessage());
    }
  }

  /** All routes that it has from the start, that to the gateway among them. */
  List<StaticRouteSpec> allRoutes() {
    List<StaticRouteSpec> all = new java.util.ArrayList<>(routes);
    gateway.ifPresent(
        g -> all.add(new StaticRouteSpec("0.0.0.0/0", List.of(g), Optional.empty(), false, 1)));
    return all;
  }
}
