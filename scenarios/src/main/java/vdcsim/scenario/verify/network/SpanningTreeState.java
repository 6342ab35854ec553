package vdcsim.scenario.verify.network;

import java.util.Map;
import java.util.Optional;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.PortRole;
import vdcsim.network.spanningtree.PortStatus;
import vdcsim.network.spanningtree.Protocol;
import vdcsim.network.spanningtree.SpanningTree;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What spanning tree shows at every switch: the root, the way to it, roles and states of ports. */
final class SpanningTreeState implements Aspect {
  private static final String NOBODY = "null";

  private final String field;
  private final Protocol protocol;

  private SpanningTreeState(String field, Protocol protocol) {
    this.field = field;
    this.protocol = protocol;
  }

  /** As {@code brctl showstp} tells of it, with what is designated on each LAN. */
  static SpanningTreeState stp() {
    return new SpanningTreeState("stp", Protocol.STP);
  }

  /** As {@code ovs-appctl rstp/show} tells of it: no designated bridges. */
  static SpanningTreeState rstp() {
    return new SpanningTreeState("rstp", Protocol.RSTP);
  }

  @Override
  public String field() {
    return field;
  }

  @Override
  public Entries expected(Fields recorded, Network network) throws UnreadableCase, UnsupportedCase {
    Entries entries = new Entries();
    Fields bridges = recorded.object(field);
    for (String bridge : bridges.names()) {
      Fields state = bridges.object(bridge);
      String path = field + "." + bridge;
      for (String name : state.names()) {
        if (!name.equals("ports")) {
          entries.add(path + "." + name, state.text(name));
        }
      }
      Fields ports = state.object("ports");
      for (String port : ports.names()) {
        Fields status = ports.object(port);
        for (String name : status.names()) {
          entries.add(path + ".ports." + port + "." + name, status.text(name));
        }
      }
    }
    return entries;
  }

  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Entries entries = new Entries();
    for (Device.Switch device : run.network().all(Device.Switch.class)) {
      run.world()
          .find(device.name(), SpanningTree.class)
          .filter(tree -> tree.protocol() == protocol)
          .ifPresent(tree -> bridge(entries, device.name(), tree, run));
    }
    return entries;
  }

  private void bridge(Entries entries, String name, SpanningTree tree, NetworkRun run) {
    String path = field + "." + name;
    entries.add(path + ".root", named(tree.root(), run));
    if (protocol == Protocol.STP) {
      entries.add(path + ".bridge_id", tree.bridgeId().toString());
      entries.add(path + ".root_port", tree.rootPort().map(BridgePort::label).orElse(NOBODY));
      entries.add(path + ".root_path_cost", String.valueOf(tree.rootPathCost()));
    }
    for (BridgePort port : run.world().require("", name, Bridge.class, "switch").ports()) {
      port(entries, path + ".ports." + port.label(), port, tree.status(port), run);
    }
  }

  private void port(
      Entries entries, String path, BridgePort port, PortStatus status, NetworkRun run) {
    entries.add(path + ".role", status.role().label());
    entries.add(path + ".state", status.state().label());
    entries.add(path + ".path_cost", String.valueOf(status.pathCost()));
    if (protocol != Protocol.STP) {
      return;
    }
    entries.add(path + ".number", String.valueOf(port.number()));
    if (status.role() != PortRole.DISABLED) {
      int numbers = (1 << protocol.numberBits()) - 1;
      entries.add(path + ".designated_bridge", named(status.designatedBridge(), run));
      entries.add(path + ".designated_port", "p" + (status.designatedPort().bits() & numbers));
      entries.add(path + ".designated_cost", String.valueOf(status.designatedCost()));
    }
  }

  /** The name of the switch that bears an address; its priority is part of {@code bridge_id}. */
  private static String named(BridgeId id, NetworkRun run) {
    for (Map.Entry<String, Device> device : run.network().devices().entrySet()) {
      if (device.getValue() instanceof Device.Switch bridge
          && bridge.mac().equals(Optional.of(id.address().toString()))) {
        return device.getKey();
      }
    }
    return id.toString();
  }
}
