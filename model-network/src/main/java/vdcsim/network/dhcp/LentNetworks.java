package vdcsim.network.dhcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.host.Cards;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;

/** Makes the networks of a server from what a scenario says, and refuses what cannot be. */
final class LentNetworks {
  private final Stack server;
  private final World world;

  LentNetworks(Stack server, World world) {
    this.server = server;
    this.world = world;
  }

  List<LentNetwork> make(DhcpServerSpec spec) {
    List<LentNetwork> made = new ArrayList<>();
    for (DhcpNetworkSpec each : spec.networks()) {
      LentNetwork next = make(each, spec.lease());
      if (made.stream().anyMatch(other -> other.network().equals(next.network()))) {
        throw new Refusal("dhcp-server", "the network " + next.network() + " is given twice");
      }
      made.add(next);
    }
    return made;
  }

  private LentNetwork make(DhcpNetworkSpec spec, Duration lease) {
    Ipv4Prefix network = network(spec);
    Optional<Ipv4Address> gateway = spec.gateway().map(Ipv4Address::parse);
    gateway.ifPresent(address -> within("the gateway", address, network));
    Map<MacAddress, Ipv4Address> fixed = new TreeMap<>();
    spec.hosts()
        .forEach(
            (host, text) -> {
              Ipv4Address address = Ipv4Address.parse(text);
              within("the address of '" + host + "',", address, network);
              fixed.put(hardware(host), address);
            });
    Set<Ipv4Address> taken = new TreeSet<>(fixed.values());
    gateway.ifPresent(taken::add);
    own(network).ifPresent(taken::add);
    return new LentNetwork(
        network,
        gateway.or(() -> own(network).filter(address -> server.isForwarding())),
        (int) spec.lease().orElse(lease).toSeconds(),
        pool(spec.pool(), network, taken),
        fixed);
  }

  /** The network that is said, or the server's own that holds the pool. */
  private Ipv4Prefix network(DhcpNetworkSpec spec) {
    if (spec.network().isPresent()) {
      return Ipv4Prefix.parse(spec.network().get());
    }
    List<Ipv4Prefix> own =
        server.interfaces().stream()
            .filter(Interface::hasAddress)
            .map(card -> card.address().network())
            .toList();
    String all = own.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
    if (AddressRange.isCount(spec.pool())) {
      if (own.size() != 1) {
        throw new Refusal(
            "dhcp-server",
            "'%s' is in %d networks (%s); say which 'network' the pool is of"
                .formatted(server.name(), own.size(), all));
      }
      return own.get(0);
    }
    AddressRange range = AddressRange.parse(spec.pool());
    return own.stream()
        .filter(range::isWithin)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "dhcp-server",
                    ("the pool %s lies in none of the networks of '%s' (%s); where a relay leads to"
                            + " its network, name the 'network'")
                        .formatted(spec.pool(), server.name(), all)));
  }

  private Optional<Ipv4Address> own(Ipv4Prefix network) {
    return server.interfaces().stream()
        .filter(Interface::hasAddress)
        .filter(card -> card.address().network().equals(network))
        .map(card -> card.address().address())
        .findFirst();
  }

  private static void within(String what, Ipv4Address address, Ipv4Prefix network) {
    if (!network.contains(address)) {
      throw new Refusal("dhcp-server", what + " " + address + " is not in the network " + network);
    }
  }

  private List<Ipv4Address> pool(String text, Ipv4Prefix network, Set<Ipv4Address> taken) {
    if (AddressRange.isCount(text)) {
      int count = Integer.parseInt(text.strip());
      List<Ipv4Address> found = AddressRange.first(count, network, taken);
      if (found.size() < count) {
        throw new Refusal(
            "dhcp-server",
            "the network %s has %d free addresses, fewer than %d"
                .formatted(network, found.size(), count));
      }
      return found;
    }
    AddressRange range = AddressRange.parse(text);
    if (!range.isWithin(network)) {
      throw new Refusal("dhcp-server", "the pool " + text + " is not in the network " + network);
    }
    refuse(text, range, network.address(), "the network's own address");
    refuse(text, range, network.broadcast(), "the broadcast address");
    own(network).ifPresent(address -> refuse(text, range, address, "the server's own address"));
    return range.addresses().stream().filter(address -> !taken.contains(address)).toList();
  }

  private static void refuse(String pool, AddressRange range, Ipv4Address address, String what) {
    if (range.contains(address)) {
      throw new Refusal("dhcp-server", "the pool %s holds %s, %s".formatted(pool, what, address));
    }
  }

  private MacAddress hardware(String host) {
    int dot = host.indexOf('.');
    String name = dot < 0 ? host : host.substring(0, dot);
    Cards machine = world.require("dhcp-server", name, Cards.class, "host");
    if (dot < 0) {
      return machine.nics().get(0).address();
    }
    List<String> names = machine.nics().stream().map(nic -> nic.name()).toList();
    if (!names.contains(host)) {
      throw new Refusal(
          "dhcp-server", "there is no card '" + host + "'" + NearNames.hint(host, names));
    }
    return machine.nics().get(names.indexOf(host)).address();
  }
}
