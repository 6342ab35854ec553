package vdcsim.network.rstp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;
import vdcsim.network.bridge.BridgeProtocol;
import vdcsim.network.spanningtree.Bpdu;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.Guard;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PortState;
import vdcsim.network.spanningtree.PortStatus;
import vdcsim.network.spanningtree.Protocol;
import vdcsim.network.spanningtree.RapidBpdu;
import vdcsim.network.spanningtree.SpanningTree;
import vdcsim.network.spanningtree.SpanningTreeSpec;
import vdcsim.network.spanningtree.TreeLog;
import vdcsim.network.spanningtree.TreePort;

/** The rapid spanning tree protocol of a bridge (IEEE 802.1D-2004, clause 17). */
public final class Rstp implements BridgeProtocol, SpanningTree {
  /** In seconds (802.1D-2004, Table 17-1). */
  static final int MIGRATE_TIME = 3;

  private static final long SECOND_NS = 1_000_000_000L;

  private final Simulation simulation;
  private final SpanningTreeSpec spec;
  private final TreeLog log;
  private final Machines machines;
  private final Timer ticks;

  /** By the port's number less one. */
  private final List<RstpPort> ports = new ArrayList<>();

  private boolean started;

  private Rstp(Bridge bridge, SpanningTreeSpec spec, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.log = new TreeLog(simulation.metrics(), bridge.name());
    BridgeId id = new BridgeId(spec.priority(), bridge.address());
    this.machines = new Machines(bridge, log, id, spec, ports);
    this.ticks = new Timer(simulation, this::tick);
  }

  /**
   * Lets the bridge of this name speak RSTP from the start of the run on.
   *
   * @throws Refusal if there is no such bridge, or a port that it lacks is named
   */
  public static Wiring make(String name, SpanningTreeSpec spec, World world) {
    Bridge bridge = world.require("", name, Bridge.class, "switch");
    spec.ports().keySet().forEach(port -> bridge.require("ports", port));
    Rstp rstp = new Rstp(bridge, spec, world.simulation());
    world.add(name, rstp);
    bridge.speak(Bridge.GROUP_ADDRESS, rstp);
    world.simulation().schedule(0, rstp::start);
    return Wiring.NONE;
  }

  private void start() {
    started = true;
    for (RstpPort port : ports) {
      if (port.tree().hasCarrier()) {
        enable(port);
      }
    }
    settle();
  }

  @Override
  public void portAdded(BridgePort bridgePort) {
    RstpPort port =
        new RstpPort(new TreePort(simulation, bridgePort, log), spec.port(bridgePort.label()));
    ports.add(port);
    machines.begin(port);
    port.tree().enter(PortState.DISCARDING);
    if (started) {
      settle();
    }
  }

  private RstpPort of(BridgePort port) {
    return ports.get(port.number() - 1);
  }

  private void enable(RstpPort port) {
    EthernetPort ethernet = port.tree().bridgePort().port();
    long rate = ethernet.bitsPerSecond().orElseThrow();
    port.portPathCost = port.adminCost.orElseGet(() -> spec.pathCost(rate));
    port.operPointToPointMac = port.spec().pointToPoint().orElseGet(ethernet::isFullDuplex);
    port.portEnabled = true;
  }

  /** Lets the machines run, and the clock while a port is on. */
  private void settle() {
    machines.settle();
    boolean on = false;
    for (RstpPort port : ports) {
      port.tree().take(port.role);
      on |= port.portEnabled;
    }
    log.rootPathCost(rootPathCost());
    if (on && !ticks.isRunning()) {
      ticks.start(SECOND_NS);
    }
  }

  private void tick() {
    for (RstpPort port : ports) {
      if (port.portEnabled) {
        port.tick();
      }
    }
    settle();
  }

  @Override
  public void carrierChanged(BridgePort bridgePort) {
    RstpPort port = of(bridgePort);
    boolean carrier = port.tree().hasCarrier();
    port.shut &= carrier;
    if (started && carrier != port.portEnabled && !port.shut) {
      if (carrier) {
        enable(port);
      } else {
        port.portEnabled = false;
      }
      settle();
    }
  }

  @Override
  public void receive(BridgePort from, Frame frame) {
    RstpPort port = of(from);
    if (!port.portEnabled || !(frame.payload() instanceof Bpdu bpdu)) {
      return;
    }
    log.received(bpdu);
    if (port.spec().guard() == Guard.BPDU) {
      port.shut = true;
      port.portEnabled = false;
    } else {
      receive(port, bpdu);
    }
    settle();
  }

  /** Port Receive, RECEIVE (17.23). */
  private static void receive(RstpPort port, Bpdu bpdu) {
    port.rcvdRstp = bpdu instanceof RapidBpdu;
    port.rcvdStp = !port.rcvdRstp;
    port.operEdge = false;
    port.rcvdMsg = Optional.of(bpdu);
    port.edgeDelayWhile = MIGRATE_TIME;
  }

  @Override
  public String note() {
    return machines.selection().rootPort().isEmpty() ? "root" : "";
  }

  @Override
  public Protocol protocol() {
    return Protocol.RSTP;
  }

  @Override
  public BridgeId bridgeId() {
    return machines.selection().bridgeId();
  }

  @Override
  public BridgeId root() {
    return machines.selection().rootPriority().root();
  }

  @Override
  public Optional<BridgePort> rootPort() {
    return machines.selection().rootPort().map(port -> port.tree().bridgePort());
  }

  @Override
  public long rootPathCost() {
    return machines.selection().rootPriority().rootPathCost();
  }

  @Override
  public PortStatus status(BridgePort bridgePort) {
    RstpPort port = of(bridgePort);
    return new PortStatus(
        port.role, StateTransition.state(port), port.portPathCost, port.portPriority);
  }

  @Override
  public void changePriority(int priority) {
    machines.selection().rename(new BridgeId(priority, bridgeId().address()));
    settle();
  }

  @Override
  public void changeCost(BridgePort bridgePort, int cost) {
    RstpPort port = of(bridgePort);
    port.adminCost = Optional.of((long) cost);
    port.portPathCost = cost;
    RoleSelection.reselect(port);
    settle();
  }

  @Override
  public void changePortPriority(BridgePort bridgePort, int priority) {
    RstpPort port = of(bridgePort);
    port.portId = PortId.of(priority, bridgePort.number());
    RoleSelection.reselect(port);
    settle();
  }

  /** Tries anew whether the bridge at a port speaks RSTP (17.19.13, mcheck). */
  public void checkMigration(BridgePort bridgePort) {
    of(bridgePort).mcheck = true;
    settle();
  }
}
