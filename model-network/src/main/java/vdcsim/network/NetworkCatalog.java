package vdcsim.network;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgeSpec;
import vdcsim.network.bridge.ForgetAddresses;
import vdcsim.network.fabric.FatTree;
import vdcsim.network.fabric.FatTreeSpec;
import vdcsim.network.fabric.LeafSpine;
import vdcsim.network.fabric.LeafSpineSpec;
import vdcsim.network.ping.Ping;
import vdcsim.network.ping.PingSpec;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.SetForward;
import vdcsim.network.stack.Stacks;
import vdcsim.network.stream.FrameStream;
import vdcsim.network.stream.FrameStreamSpec;
import vdcsim.network.traceroute.Traceroute;
import vdcsim.network.traceroute.TracerouteSpec;
import vdcsim.network.transfer.TransferSpec;
import vdcsim.network.transfer.Transfers;
import vdcsim.network.transfer.TransfersSpec;
import vdcsim.network.vlan.SetVlan;
import vdcsim.network.vlan.VlanSpec;
import vdcsim.network.vlan.Vlans;

/** What a scenario can name from frames upward. */
public final class NetworkCatalog implements Catalog {
  private final Catalog spanningTree = new SpanningTreeCatalog();

  @Override
  public List<Section> sections() {
    return List.of(
        new Section("switches", "Switches, which learn where stations are.", Section.Form.NAMED),
        new Section("routers", "Routers, which join networks.", Section.Form.NAMED),
        new Section(
            "fabrics", "Networks of many hosts, made from a few numbers.", Section.Form.NAMED));
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>("switches", "", "A learning switch.", BridgeSpec.class, Bridge::make),
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
            Traceroute::make),
        new Kind<>(
            "workloads",
            "transfer",
            "Data from one host to another.",
            TransferSpec.class,
            Transfers::make),
        new Kind<>(
            "workloads",
            "transfers",
            "Data among many hosts, by a pattern.",
            TransfersSpec.class,
            Transfers::make),
        new Kind<>(
            "workloads",
            "frame-stream",
            "Ethernet frames from one host to another.",
            FrameStreamSpec.class,
            FrameStream::make));
  }

  @Override
  public List<Facet<?>> facets() {
    List<Facet<?>> facets = new ArrayList<>(spanningTree.facets());
    facets.add(
        new Facet<>(
            "hosts", "ip", "The IPv4 addresses of its cards.", IpSpec.class, Stacks::addresses));
    facets.add(
        new Facet<>("switches", "vlans", "The VLANs of its ports.", VlanSpec.class, Vlans::make));
    return facets;
  }

  @Override
  public List<Action<?>> actions() {
    List<Action<?>> actions = new ArrayList<>(spanningTree.actions());
    actions.add(
        new Action<>(
            "forget-addresses",
            "A switch forgets all addresses.",
            ForgetAddresses.class,
            ForgetAddresses::plan));
    actions.add(
        new Action<>(
            "set-forward",
            "A machine passes on packets, or no longer.",
            SetForward.class,
            SetForward::plan));
    actions.add(new Action<>("set-vlan", "A port gets other VLANs.", SetVlan.class, SetVlan::plan));
    return actions;
  }
}
