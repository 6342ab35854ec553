package vdcsim.network.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Relay;

/** Where a bridge would send a frame, by the same state as real ones. */
final class BridgeRelay implements Relay {
  private final Bridge bridge;
  private final Map<String, BridgePort> ports = new TreeMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  BridgeRelay(Bridge bridge) {
    this.bridge = bridge;
  }

  /** The bridge has another port. */
  void add(BridgePort port) {
    ports.put(port.port().name(), port);
  }

  @Override
  public List<Departure> wouldLeave(EthernetPort arrived, Frame frame) {
    BridgePort from = ports.get(arrived.name());
    MacAddress destination = frame.destination();
    int vlan = bridge.vlans().classify(from, frame);
    boolean ends =
        (destination.isGroup() && bridge.isKept(destination))
            || vlan == VlanRules.REFUSED
            || !from.isForwarding()
            || destination.equals(bridge.address());
    return ends ? List.of() : leave(from, vlan, frame);
  }

  private List<Departure> leave(BridgePort from, int vlan, Frame frame) {
    Optional<BridgePort> known =
        frame.destination().isGroup()
            ? Optional.empty()
            : bridge.learnedAt(frame.destination(), vlan);
    List<Departure> departures = new ArrayList<>();
    for (BridgePort to : known.map(List::of).orElse(bridge.ports())) {
      if (to.port().hasCarrier() && bridge.isWayOut(from, to, vlan)) {
        Frame leaving = bridge.vlans().leaving(from, to, vlan, frame);
        departures.add(new Departure(to.port(), leaving, bridge.latencyNs()));
      }
    }
    return departures;
  }

  boolean belongsTo(Bridge other) {
    return bridge == other;
  }

  /** Where a broadcast would leave, were no port shut by a spanning tree. */
  List<Departure> flood(EthernetPort arrived, Frame frame, boolean heedsVlans) {
    BridgePort from = ports.get(arrived.name());
    VlanRules rules = heedsVlans ? bridge.vlans() : VlanRules.UNAWARE;
    int vlan = rules.classify(from, frame);
    List<Departure> departures = new ArrayList<>();
    if (vlan == VlanRules.REFUSED) {
      return departures;
    }
    for (BridgePort to : bridge.ports()) {
      if (to != from && to.port().hasCarrier() && rules.admits(to, vlan)) {
        Frame leaving = rules.leaving(from, to, vlan, frame);
        departures.add(new Departure(to.port(), leaving, bridge.latencyNs()));
      }
    }
    return departures;
  }

  @Override
  public void onRelayChange(Runnable listener) {
    listeners.add(listener);
  }

  /** The answer may be another from now on. */
  void changed() {
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).run();
    }
  }
}
