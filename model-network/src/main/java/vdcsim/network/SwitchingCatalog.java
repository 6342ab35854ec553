package vdcsim.network;

import java.util.List;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgeSpec;
import vdcsim.network.bridge.ForgetAddresses;
import vdcsim.network.hostbridge.HostBridge;
import vdcsim.network.hostbridge.HostBridgesSpec;
import vdcsim.network.stream.FrameStream;
import vdcsim.network.stream.FrameStreamSpec;
import vdcsim.network.subinterface.SubInterface;
import vdcsim.network.subinterface.SubInterfacesSpec;
import vdcsim.network.vlan.SetVlan;
import vdcsim.network.vlan.VlanSpec;
import vdcsim.network.vlan.Vlans;

/** What a scenario can name of switches. */
final class SwitchingCatalog implements Catalog {
  @Override
  public List<Section> sections() {
    return List.of(
        new Section("switches", "Switches, which learn where stations are.", Section.Form.NAMED));
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>("switches", "", "A learning switch.", BridgeSpec.class, Bridge::make),
        new Kind<>(
            "workloads",
            "frame-stream",
            "Ethernet frames from one host to another.",
            FrameStreamSpec.class,
            FrameStream::make));
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>(
            "hosts",
            "sub-interfaces",
            "VLAN sub-interfaces of its cards, by name.",
            SubInterfacesSpec.class,
            SubInterface::make),
        new Facet<>(
            "hosts",
            "bridges",
            "Software bridges in the host, by name.",
            HostBridgesSpec.class,
            HostBridge::make),
        new Facet<>("switches", "vlans", "The VLANs of its ports.", VlanSpec.class, Vlans::make));
  }

  @Override
  public List<Action<?>> actions() {
    return List.of(
        new Action<>(
            "forget-addresses",
            "A switch forgets all addresses.",
            ForgetAddresses.class,
            ForgetAddresses::plan),
        new Action<>("set-vlan", "A port gets other VLANs.", SetVlan.class, SetVlan::plan));
  }
}
