package vdcsim.network.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.Lan;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.match.PacketMatch;
import vdcsim.network.match.Transport;
import vdcsim.network.nat.Nat;
import vdcsim.network.nat.NatRule;
import vdcsim.network.nat.Target;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;

/**
 * A home for tests: hosts {@code a} (192.168.1.11) and {@code b} (.12) behind a router {@code gw},
 * whose {@code eth0} is inside and {@code eth1} outside (203.0.113.1), where {@code out} is
 * (203.0.113.9). Every host answers at 80 of TCP and at 53 and 54 of UDP.
 */
public final class Home {
  public static final Ipv4Prefix INSIDE = Ipv4Prefix.parse("192.168.1.0/24");
  public static final Ipv4Address OUTER = Ipv4Address.parse("203.0.113.1");

  private final Lan lan = new Lan();
  private final Map<String, Connect> clients = new LinkedHashMap<>();

  /** The home, with cables; the gateway translates nothing yet. */
  public Home() {
    host("a", "192.168.1.11/24", Optional.of("192.168.1.1"));
    host("b", "192.168.1.12/24", Optional.of("192.168.1.1"));
    host("out", "203.0.113.9/24", Optional.empty());
    Map<String, RouterInterfaceSpec> interfaces = new LinkedHashMap<>();
    interfaces.put("eth0", new RouterInterfaceSpec("192.168.1.1/24", Optional.empty()));
    interfaces.put("eth1", new RouterInterfaceSpec("203.0.113.1/24", Optional.empty()));
    lan.connect(
        Router.make(
            "gw", new RouterSpec(interfaces, List.of(), List.of(), true, 1000, 1500), lan.world()));
    lan.bridge("sw");
    lan.links("a -- sw", "b -- sw", "gw.eth0 -- sw", "gw.eth1 -- out");
  }

  private void host(String name, String address, Optional<String> gateway) {
    lan.hosts(name);
    lan.address(name, new IpSpec(Optional.of(address), Map.of(), gateway, List.of(), false));
    lan.connect(
        Services.make(
            name,
            new ListenSpec(List.of(port("80"), port("53/udp"), port("54/udp"))),
            lan.world()));
  }

  private static PortSpec port(String text) {
    return new PortSpec(text, Duration.ZERO);
  }

  public Lan lan() {
    return lan;
  }

  public Stack stack(String machine) {
    return lan.world().find(machine, Stack.class).orElseThrow();
  }

  public Nat nat() {
    return Nat.of("nat", "gw", lan.world());
  }

  /** What is inside leaves with the outer address. */
  public Home masquerading() {
    lan.runUntil(0.001);
    nat().add(NatRule.masquerade(PacketMatch.ANY.from(INSIDE).leaving("eth1")));
    return this;
  }

  /** A port of the outer address leads to port 80 of {@code a}. */
  public Home forwarding(int port) {
    PacketMatch match = PacketMatch.ANY.to(PacketMatch.only(OUTER)).at(Transport.TCP, port);
    nat().add(NatRule.destination(match, Target.parse("192.168.1.11:80")));
    return this;
  }

  /** Asks, and waits for what comes of it. */
  public Report ask(String from, String to, Transport protocol, int port, int sourcePort) {
    String name = "client" + clients.size();
    double nowS = lan.simulation().now() / 1e9;
    ConnectSpec spec =
        new ConnectSpec(
            from,
            to,
            protocol.hasPorts() ? Optional.of(port) : Optional.empty(),
            protocol,
            sourcePort == 0 ? Optional.empty() : Optional.of(sourcePort),
            Duration.ZERO,
            1,
            Duration.ofSeconds(9),
            Duration.ofSeconds(5));
    lan.connect(Connect.make(name, spec, lan.world()));
    lan.runUntil(nowS + 0.01);
    clients.put(name, lan.world().find(name, Connect.class).orElseThrow());
    if (clients.get(name).reports().isEmpty()) {
      lan.runUntil(nowS + 6);
    }
    return clients.get(name).reports().get(0);
  }

  public Report tcp(String from, String to, int port) {
    return ask(from, to, Transport.TCP, port, 0);
  }

  public Report udp(String from, String to, int port, int sourcePort) {
    return ask(from, to, Transport.UDP, port, sourcePort);
  }

  public Report ping(String from, String to) {
    return ask(from, to, Transport.ICMP, 0, 0);
  }

  /** An outcome and all that was learned, as {@code ok a 203.0.113.9}, or {@code refused}. */
  public static String words(Report report) {
    return report.outcome().words()
        + report.answer().map(a -> " " + a.server() + " " + a.source()).orElse("");
  }
}
