package vdcsim.network.dhcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameTap;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.PowerAction;
import vdcsim.kernel.result.FinalTable;
import vdcsim.network.Lan;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;
import vdcsim.network.udp.Datagram;

/** A switch {@code sw} with servers, clients and routers; cables are laid in the order of need. */
final class DhcpLab {
  static final String POOL = "10.0.0.100-10.0.0.199";

  private final Lan lan = new Lan();
  private final List<Sent> sent = new ArrayList<>();

  /** A message that left a card. */
  record Sent(double atS, String card, Frame frame, Ipv4Packet packet, DhcpMessage message) {
    @Override
    public String toString() {
      return message.type() + " " + packet.source() + " > " + packet.destination();
    }
  }

  DhcpLab() {
    lan.bridge("sw");
  }

  Lan lan() {
    return lan;
  }

  static DhcpNetworkSpec network(String pool, int leaseS) {
    return network(pool, leaseS, Optional.empty(), Map.of());
  }

  static DhcpNetworkSpec network(
      String pool, int leaseS, Optional<String> network, Map<String, String> hosts) {
    return new DhcpNetworkSpec(
        pool, network, Optional.empty(), Optional.of(Duration.ofSeconds(leaseS)), hosts);
  }

  /** A host with a written address. */
  void host(String name, String address) {
    lan.hosts(name);
    lan.address(name, address);
    plug(name);
  }

  void server(String name, String address, DhcpNetworkSpec... networks) {
    host(name, address);
    serve(name, networks);
  }

  void serve(String name, DhcpNetworkSpec... networks) {
    lan.connect(
        DhcpServer.make(
            name, new DhcpServerSpec(List.of(networks), Duration.ofHours(1)), lan.world()));
  }

  /** A host at the switch that asks for its address. */
  void client(String name) {
    client(name, "sw", false);
  }

  void client(String name, String at, boolean forward) {
    lan.hosts(name);
    IpSpec spec = new IpSpec(Optional.of("dhcp"), Map.of(), Optional.empty(), List.of(), forward);
    lan.connect(DhcpClients.make(name, spec, lan.world()));
    lan.links(name + " -- " + at);
    tap(lan.world().find(name, vdcsim.hardware.host.Host.class).orElseThrow().nics().get(0));
  }

  void gateway(String host, String gateway) {
    run(0);
    Route route =
        Route.of(
            Ipv4Prefix.ALL,
            RouteSource.STATIC,
            0,
            List.of(new NextHop(Optional.empty(), Optional.of(ip(gateway)))));
    stack(host).routes().offer(route);
  }

  private void plug(String name) {
    lan.links(name + " -- sw");
    tap(lan.world().find(name, vdcsim.hardware.host.Host.class).orElseThrow().nics().get(0));
  }

  /** A router: its first interface at the switch. */
  void router(String name, String... addresses) {
    Map<String, RouterInterfaceSpec> interfaces = new LinkedHashMap<>();
    for (String address : addresses) {
      interfaces.put("p" + (interfaces.size() + 1), new RouterInterfaceSpec(address));
    }
    lan.connect(
        Router.make(
            name, new RouterSpec(interfaces, List.of(), List.of(), true, 1000, 1500), lan.world()));
    lan.links(name + ".p1 -- sw");
    lan.world().find(name, Router.class).orElseThrow().nics().forEach(this::tap);
  }

  void relay(String router, String... servers) {
    lan.connect(DhcpRelay.make(router, new DhcpRelaySpec(List.of(servers)), lan.world()));
  }

  private void tap(EthernetPort port) {
    port.tap(
        new FrameTap() {
          @Override
          public void sent(EthernetPort by, Frame frame) {
            if (frame.payload() instanceof Ipv4Packet packet
                && packet.content() instanceof Datagram datagram
                && datagram.content() instanceof DhcpMessage message) {
              sent.add(new Sent(lan.simulation().now() / 1e9, by.name(), frame, packet, message));
            }
          }

          @Override
          public void received(EthernetPort by, Frame frame) {}
        });
  }

  DhcpLab run(double untilS) {
    lan.runUntil(untilS);
    return this;
  }

  void off(String machine) {
    PowerAction.off(new PowerAction(machine), lan.world()).run();
  }

  void on(String machine) {
    PowerAction.on(new PowerAction(machine), lan.world()).run();
  }

  List<Sent> sent() {
    return sent;
  }

  List<Sent> sent(String card, MessageType type) {
    return sent.stream()
        .filter(each -> each.card().equals(card) && each.message().type() == type)
        .toList();
  }

  Stack stack(String machine) {
    return lan.world().find(machine, Stack.class).orElseThrow();
  }

  Interface card(String machine) {
    return stack(machine).interfaces().get(0);
  }

  String address(String machine) {
    return card(machine).address().toString();
  }

  /** What a server's table says of an address. */
  Optional<List<String>> lease(String server, String address) {
    return table("leases-" + server).rows().stream()
        .filter(row -> row.get(1).equals(address))
        .findFirst();
  }

  FinalTable table(String name) {
    return lan.simulation().tables().read(1000).stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  double metric(String name) {
    return lan.metric(name);
  }

  MacAddress mac(String host) {
    return lan.mac(host);
  }

  static Ipv4Address ip(String text) {
    return Ipv4Address.parse(text);
  }
}
