package vdcsim.network;

import java.util.List;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Inspection;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.network.addressing.AddressPlan;
import vdcsim.network.bgp.AnnounceNetwork;
import vdcsim.network.bgp.Bgp;
import vdcsim.network.bgp.BgpSpec;
import vdcsim.network.bgp.Speakers;
import vdcsim.network.bgp.WithdrawNetwork;
import vdcsim.network.dhcp.DhcpClients;
import vdcsim.network.dhcp.DhcpRelay;
import vdcsim.network.dhcp.DhcpRelaySpec;
import vdcsim.network.dhcp.DhcpServer;
import vdcsim.network.dhcp.DhcpServerSpec;
import vdcsim.network.fabric.FabricProcessors;
import vdcsim.network.fabric.FatTree;
import vdcsim.network.fabric.FatTreeSpec;
import vdcsim.network.fabric.LeafSpine;
import vdcsim.network.fabric.LeafSpineSpec;
import vdcsim.network.ospf.Ospf;
import vdcsim.network.ospf.OspfInspection;
import vdcsim.network.ospf.OspfSpec;
import vdcsim.network.ospf.SetOspfCost;
import vdcsim.network.ping.Ping;
import vdcsim.network.ping.PingSpec;
import vdcsim.network.rip.Rip;
import vdcsim.network.rip.RipSpec;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.SetForward;
import vdcsim.network.station.PacketCostsSpec;
import vdcsim.network.traceroute.Traceroute;
import vdcsim.network.traceroute.TracerouteSpec;

/** What a scenario can name of IP: addresses, routers, the protocols that they speak. */
final class RoutingCatalog implements Catalog {
  @Override
  public List<Section> sections() {
    return List.of(
        new Section("routers", "Routers, which join networks.", Section.Form.NAMED),
        new Section(
            "fabrics", "Networks of many hosts, made from a few numbers.", Section.Form.NAMED));
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>("routers", "", "A router.", RouterSpec.class, Router::make),
        new Kind<>(
            "fabrics", "fat-tree", "A fat tree of routers.", FatTreeSpec.class, FatTree::make),
        new Kind<>(
            "fabrics",
            "leaf-spine",
            "Leaf and spine routers.",
            LeafSpineSpec.class,
            LeafSpine::make),
        new Kind<>(
            "workloads",
            "ping",
            "Echo requests from one host to another.",
            PingSpec.class,
            Ping::make),
        new Kind<>(
            "workloads",
            "traceroute",
            "The routers on the way from one host to another.",
            TracerouteSpec.class,
            Traceroute::make));
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>(
            "fabrics",
            "cpu",
            "The processors of each of its hosts, and how tasks share them.",
            CpuSpec.class,
            FabricProcessors::make),
        new Facet<>("routers", "bgp", "How it exchanges routes by BGP.", BgpSpec.class, Bgp::make),
        new Facet<>("routers", "ospf", "OSPF on its interfaces.", OspfSpec.class, Ospf::make),
        new Facet<>("hosts", "ospf", "OSPF on a host that forwards.", OspfSpec.class, Ospf::make),
        new Facet<>("routers", "rip", "RIP, versions 1 and 2.", RipSpec.class, Rip::make),
        new Facet<>(
            "hosts", "ip", "The IPv4 addresses of its cards.", IpSpec.class, DhcpClients::make),
        new Facet<>(
            "hosts",
            "packet-costs",
            "What its processors do for each packet.",
            PacketCostsSpec.class,
            PacketCostsSpec::make),
        dhcpServer("hosts"),
        dhcpServer("routers"),
        new Facet<>(
            "routers",
            "dhcp-relay",
            "The servers to which it carries questions.",
            DhcpRelaySpec.class,
            DhcpRelay::make));
  }

  private static Facet<DhcpServerSpec> dhcpServer(String section) {
    return new Facet<>(
        section,
        "dhcp-server",
        "The addresses that it lends to others.",
        DhcpServerSpec.class,
        DhcpServer::make);
  }

  @Override
  public List<Action<?>> actions() {
    return List.of(
        new Action<>(
            "announce-network",
            "A router announces a network.",
            AnnounceNetwork.class,
            AnnounceNetwork::plan),
        new Action<>(
            "withdraw-network",
            "A router announces a network no longer.",
            WithdrawNetwork.class,
            WithdrawNetwork::plan),
        new Action<>(
            "set-ospf-cost",
            "An interface gets another OSPF cost.",
            SetOspfCost.class,
            SetOspfCost::plan),
        new Action<>(
            "set-forward",
            "A machine passes on packets, or no longer.",
            SetForward.class,
            SetForward::plan));
  }

  @Override
  public List<Inspection> inspections() {
    return List.of(AddressPlan::inspect, OspfInspection::inspect, Speakers::inspect);
  }
}
