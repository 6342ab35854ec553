package vdcsim.scenario.verify.network;

import java.util.Optional;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What the switches have learned: a port for each host, and with VLANs for each VLAN. */
final class LearnedAddresses implements Aspect {
  private final boolean byVlan;

  /** The learned addresses of switches that know VLANs, or of such that do not. */
  LearnedAddresses(boolean byVlan) {
    this.byVlan = byVlan;
  }

  @Override
  public String field() {
    return "fdb";
  }

  @Override
  public Entries expected(Fields recorded) throws UnreadableCase, UnsupportedCase {
    Entries entries = new Entries();
    Fields tables = recorded.object(field());
    for (String bridge : tables.names()) {
      if (byVlan) {
        for (Fields entry : tables.objects(bridge)) {
          entries.add(
              path(bridge, entry.text("station"), entry.integer("vlan")), entry.text("port"));
          entry.expectNoOther();
        }
      } else {
        Fields table = tables.object(bridge);
        for (String host : table.names()) {
          entries.add("fdb." + bridge + "." + host, table.text(host));
        }
      }
    }
    return entries;
  }

  private static String path(String bridge, String host, int vlan) {
    return "fdb." + bridge + ".vlan-" + vlan + "." + host;
  }

  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Entries entries = new Entries();
    for (Device.Switch device : run.network().all(Device.Switch.class)) {
      Bridge bridge = run.world().require("", device.name(), Bridge.class, "switch");
      for (Device.Host host : run.network().all(Device.Host.class)) {
        add(entries, bridge, host);
      }
    }
    return entries;
  }

  private void add(Entries entries, Bridge bridge, Device.Host host) {
    MacAddress station = MacAddress.parse(host.mac());
    for (int vlan = 0; vlan <= (byVlan ? VlanTag.LAST_VLAN : 0); vlan++) {
      Optional<BridgePort> port = bridge.learnedAt(station, vlan);
      String path =
          byVlan
              ? path(bridge.name(), host.name(), vlan)
              : "fdb." + bridge.name() + "." + host.name();
      port.ifPresent(p -> entries.add(path, p.label()));
    }
  }
}
