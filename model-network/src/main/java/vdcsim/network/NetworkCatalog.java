package vdcsim.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgeSpec;
import vdcsim.network.bridge.ForgetAddresses;
import vdcsim.network.ping.Ping;
import vdcsim.network.ping.PingSpec;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stacks;
import vdcsim.network.stream.FrameStream;
import vdcsim.network.stream.FrameStreamSpec;
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
        new Section("workloads", "What the hosts do, by name.", Section.Form.NAMED));
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>("switches", "", "A learning switch.", BridgeSpec.class, Bridge::make),
        new Kind<>("routers", "", "A router.", RouterSpec.class, Router::make),
        new Kind<>(
            "workloads",
            "ping",
            "Echo requests from one host to another.",
            PingSpec.class,
            Ping::make),
        new Kind<>(
            "workloads",
            "frame-stream",
            "Ethernet frames from one host to another.",
            FrameStreamSpec.class,
            FrameStream::make));
  }

  @Override
  public List<Facet<?>> facets() {
    return concat(
        spanningTree.facets(),
        new Facet<>(
            "hosts", "ip", "The IPv4 addresses of its cards.", IpSpec.class, Stacks::addresses),
        new Facet<>("switches", "vlans", "The VLANs of its ports.", VlanSpec.class, Vlans::make));
  }

  @Override
  public List<Action<?>> actions() {
    return concat(
        spanningTree.actions(),
        new Action<>(
            "forget-addresses",
            "A switch forgets all addresses.",
            ForgetAddresses.class,
            ForgetAddresses::plan),
        new Action<>("set-vlan", "A port gets other VLANs.", SetVlan.class, SetVlan::plan));
  }

  @SafeVarargs
  private static <T> List<T> concat(List<T> first, T... more) {
    return Stream.concat(first.stream(), Arrays.stream(more)).toList();
  }
}
