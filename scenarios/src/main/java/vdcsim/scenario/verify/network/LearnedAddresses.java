package vdcsim.scenario.verify.network;

import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.host.Cards;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.vlan.Vlans;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What the switches have learned: a port for each host, and with VLANs for each VLAN. */
final class LearnedAddresses implements Aspect {
  @Override
  public String field() {
    return "fdb";
  }

  @Override
  public Entries expected(Fields recorded, Network network) throws UnreadableCase, UnsupportedCase {
    Entries entries = new Entries();
    Fields tables = recorded.object(field());
    for (String bridge : tables.names()) {
      if (tables.isList(bridge)) {
        for (Fields entry : tables.objects(bridge)) {
          String path = path(bridge, entry.text("station"), entry.integer("vlan"));
          entries.add(path, entry.text("port"));
          entry.expectNoOther();
        }
      } else {
        Fields table = tables.object(bridge);
        for (String host : table.names()) {
          entries.add(path(bridge, host, 0), table.text(host));
        }
      }
    }
    return entries;
  }

  /** Without VLANs, all is in VLAN 0, and the path does not say so. */
  private static String path(String bridge, String host, int vlan) {
    return "fdb." + bridge + (vlan == 0 ? "." : ".vlan-" + vlan + ".") + host;
  }

  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Entries entries = new Entries();
    for (Device.Switch device : run.network().all(Device.Switch.class)) {
      Bridge bridge = run.world().require("", device.name(), Bridge.class, "switch");
      boolean vlans = run.world().find(device.name(), Vlans.class).isPresent();
      for (Device.Host host : run.network().all(Device.Host.class)) {
        add(entries, bridge, host.name(), mac(run, host.name()), vlans ? VlanTag.LAST_VLAN : 0);
      }
    }
    return entries;
  }

  private static MacAddress mac(NetworkRun run, String host) {
    return run.world().require("", host, Cards.class, "host").nics().get(0).address();
  }

  private static void add(
      Entries entries, Bridge bridge, String host, MacAddress station, int lastVlan) {
    for (int vlan = 0; vlan <= lastVlan; vlan++) {
      String path = path(bridge.name(), host, vlan);
      bridge.learnedAt(station, vlan).ifPresent(port -> entries.add(path, port.label()));
    }
  }
}
