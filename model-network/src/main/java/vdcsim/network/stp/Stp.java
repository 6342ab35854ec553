package vdcsim.network.stp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;
import vdcsim.network.bridge.BridgeProtocol;
import vdcsim.network.spanningtree.Bpdu;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.ConfigurationBpdu;
import vdcsim.network.spanningtree.Guard;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PortStatus;
import vdcsim.network.spanningtree.Protocol;
import vdcsim.network.spanningtree.SpanningTree;
import vdcsim.network.spanningtree.SpanningTreeSpec;
import vdcsim.network.spanningtree.TopologyChangeBpdu;
import vdcsim.network.spanningtree.TreeLog;
import vdcsim.network.spanningtree.TreePort;

/** The spanning tree protocol of a bridge (IEEE 802.1D-1998, clause 8). */
public final class Stp implements BridgeProtocol, SpanningTree {
  private final Simulation simulation;
  private final SpanningTreeSpec spec;
  private final TreeLog log;
  private final Procedures procedures;
  private final Operation operation;

  /** By the port's number less one. */
  private final List<StpPort> ports = new ArrayList<>();

  private boolean started;

  private Stp(Bridge bridge, SpanningTreeSpec spec, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.log = new TreeLog(simulation.metrics(), bridge.name());
    BridgeId id = new BridgeId(spec.priority(), bridge.address());
    this.procedures = new Procedures(simulation, bridge, log, id, spec.times());
    this.operation = new Operation(simulation, procedures);
  }

  /**
   * Lets the bridge of this name speak STP from the start of the run on.
   *
   * @throws Refusal if there is no such bridge, or a port that it lacks is named
   */
  public static Wiring make(String name, SpanningTreeSpec spec, World world) {
    Bridge bridge = world.require("", name, Bridge.class, "switch");
    spec.ports().keySet().forEach(port -> bridge.require("ports", port));
    Stp stp = new Stp(bridge, spec, world.simulation());
    world.add(name, stp);
    bridge.speak(Bridge.GROUP_ADDRESS, stp);
    world.simulation().schedule(0, stp::start);
    return Wiring.NONE;
  }

  private void start() {
    started = true;
    ports.stream().filter(port -> port.tree().hasCarrier()).forEach(this::initialize);
    operation.start();
  }

  private void initialize(StpPort port) {
    port.pathCost = cost(port);
    operation.initialize(port);
  }

  private long cost(StpPort port) {
    long rate = port.tree().bridgePort().port().bitsPerSecond().orElseThrow();
    return port.adminCost.orElseGet(() -> spec.pathCost(rate));
  }

  @Override
  public void portAdded(BridgePort port) {
    if (port.number() > Protocol.STP.mostPorts()) {
      throw new Refusal(
          "ports",
          "STP knows the ports p1 to p" + Protocol.STP.mostPorts() + ", not " + port.label());
    }
    TreePort tree = new TreePort(simulation, port, log);
    StpPort added =
        new StpPort(simulation, tree, spec.port(port.label()), procedures::saidAt, operation);
    ports.add(added);
    procedures.add(added);
  }

  private StpPort of(BridgePort port) {
    return ports.get(port.number() - 1);
  }

  @Override
  public void carrierChanged(BridgePort bridgePort) {
    StpPort port = of(bridgePort);
    boolean carrier = port.tree().hasCarrier();
    port.shut &= carrier;
    if (!started) {
      return;
    }
    if (carrier && port.isDisabled() && !port.shut) {
      port.pathCost = cost(port);
      operation.enable(port);
    } else if (!carrier && !port.isDisabled()) {
      operation.disable(port);
    }
  }

  @Override
  public void receive(BridgePort from, Frame frame) {
    StpPort port = of(from);
    if (!port.isDisabled() && frame.payload() instanceof Bpdu bpdu) {
      log.received(bpdu);
      if (port.spec().guard() == Guard.BPDU) {
        port.shut = true;
        operation.disable(port);
      } else {
        receive(port, bpdu);
      }
    }
  }

  private void receive(StpPort port, Bpdu bpdu) {
    if (port.edge) {
      operation.edgeLost(port);
    }
    if (bpdu instanceof ConfigurationBpdu configuration) {
      if (configuration.times().messageAge() < configuration.times().maxAge()) {
        operation.receivedConfiguration(port, configuration);
      }
    } else if (bpdu instanceof TopologyChangeBpdu) {
      operation.receivedTcn(port);
    }
    // Of an RST BPDU STP does not know the type (802.1D-1998, 9.3.4).
  }

  @Override
  public String note() {
    return procedures.isRoot() ? "root" : "";
  }

  @Override
  public Protocol protocol() {
    return Protocol.STP;
  }

  @Override
  public BridgeId bridgeId() {
    return procedures.bridgeId();
  }

  @Override
  public BridgeId root() {
    return procedures.designatedRoot();
  }

  @Override
  public Optional<BridgePort> rootPort() {
    return procedures.rootPort().map(port -> port.tree().bridgePort());
  }

  @Override
  public long rootPathCost() {
    return procedures.rootPathCost();
  }

  @Override
  public PortStatus status(BridgePort bridgePort) {
    StpPort port = of(bridgePort);
    return new PortStatus(procedures.role(port), port.state(), port.pathCost, port.designated);
  }

  @Override
  public void changePriority(int priority) {
    operation.changePriority(priority);
  }

  @Override
  public void changeCost(BridgePort bridgePort, int cost) {
    StpPort port = of(bridgePort);
    port.adminCost = Optional.of((long) cost);
    port.pathCost = cost;
    operation.reconfigure(procedures.isRoot());
  }

  @Override
  public void changePortPriority(BridgePort port, int priority) {
    operation.changePortPriority(of(port), PortId.of(priority, port.number()));
  }
}
