package vdcsim.network.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Ports;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.fluid.Demand;
import vdcsim.kernel.fluid.Flow;
import vdcsim.kernel.fluid.FlowListener;
import vdcsim.kernel.fluid.Resource;
import vdcsim.kernel.fluid.Sharing;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;

/**
 * All transfers of a world at the level of flows, and the cables that they share.
 *
 * <p>Metrics, below the name of a port, hub or bus that has a cable: {@code flow-rate}, what flows
 * send over it, framing included.
 */
public final class Flows implements EventHandler {
  private static final String NAME = "flows";

  /** After all else in an instant, and before rates are found. */
  private static final int AFTER_CHANGES = Byte.MAX_VALUE - 1;

  private static final int SEQUENCES = 1 << 16;

  /** With 32 bytes of data an echo request is as long as a SYN with its options: 60 bytes. */
  private static final int REQUEST_DATA = 32;

  private final Simulation simulation;
  private final PathFinder finder;
  private final Watches watches = new Watches(this::changed);
  private final Sharing sharing;
  private final Map<String, Resource> channels = new TreeMap<>();
  private final TreeSet<Transfer> due = new TreeSet<>();
  private final TreeSet<Transfer> active = new TreeSet<>();
  private final Map<String, Asker> askers = new TreeMap<>();
  private boolean lookPending;
  private long begun;

  private Flows(World world) {
    this.simulation = world.simulation();
    this.finder = new PathFinder(world);
    this.sharing = new Sharing(simulation);
    for (Ports device : world.all(Ports.class)) {
      device.ethernetPorts().stream().filter(EthernetPort::isPlugged).forEach(this::share);
    }
  }

  /** The flows of a world. */
  public static Flows of(World world) {
    return world
        .find(NAME, Flows.class)
        .orElseGet(
            () -> {
              Flows made = new Flows(world);
              world.add(NAME, made);
              return made;
            });
  }

  private Resource share(EthernetPort port) {
    return channels.computeIfAbsent(port.tracing().channel(), name -> share(name, port));
  }

  private Resource share(String channel, EthernetPort port) {
    double bytesPerSecond = port.bitsPerSecond().orElseThrow() / 8.0;
    Resource made = sharing.resource(channel, bytesPerSecond);
    TimeWeighted rate =
        simulation.metrics().timeWeighted(channel + ".flow-rate", Unit.BITS_PER_SECOND);
    Flow frames = sharing.halted(Flow.ENDLESS, 1, Double.POSITIVE_INFINITY, ended -> {});
    made.onLoad(load -> rate.set(StrictMath.round(8 * (load - frames.rate()))));
    if (channel.equals(port.name())) {
      new MixedLine(simulation, port, made, sharing.demand(List.of(made)), frames);
    }
    return made;
  }

  /** The line of a port, as a resource that flows share. */
  public Resource channel(EthernetPort port) {
    return share(port);
  }

  /** Begins a transfer now. */
  public Transfer begin(Order order, TransferListener listener) {
    Transfer made = new Transfer(this, simulation, begun++, order, listener);
    active.add(made);
    made.ask();
    return made;
  }

  /** Those that have begun and not ended, in the order of their beginning. */
  public List<Transfer> active() {
    return List.copyOf(active);
  }

  void ended(Transfer transfer) {
    active.remove(transfer);
    due.remove(transfer);
  }

  Flow halted(long wireBytes, FlowListener listener) {
    return sharing.halted(wireBytes, 1, Double.POSITIVE_INFINITY, listener);
  }

  Path way(Stack from, Ipv4Address to) {
    return from.source(to)
        .map(source -> finder.find(from, source, to))
        .orElse(Path.of(Obstacle.NO_ROUTE));
  }

  Path wayBack(Stack from, Ipv4Address to) {
    Optional<Stack> end = finder.owner(to);
    Optional<Ipv4Address> source = from.source(to);
    return end.isPresent() && source.isPresent()
        ? finder.find(end.get(), to, source.get())
        : Path.of(Obstacle.NO_ROUTE);
  }

  /** What a way needs of its cables, for each byte of untagged framing. */
  Demand demand(Path path, Framing framing) {
    List<Resource> needed = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    for (Hop hop : path.hops()) {
      Resource channel = channel(hop.port());
      double cost = (double) Framing.onWire(hop.frameBytes()) / Framing.onWire(framing.frame());
      int known = needed.indexOf(channel);
      if (known < 0) {
        needed.add(channel);
        costs.add(cost);
      } else {
        costs.set(known, costs.get(known) + cost);
      }
    }
    return sharing.demand(needed, costs.stream().mapToDouble(c -> c).toArray());
  }

  /** Tells {@code transfer} of changes at all ports that were asked; returns them, each once. */
  List<EthernetPort> watch(List<Path> paths, Transfer transfer) {
    TreeSet<EthernetPort> ports = new TreeSet<>(Comparator.comparing(EthernetPort::name));
    paths.forEach(path -> ports.addAll(path.asked()));
    ports.forEach(port -> watches.add(port, finder.stack(port), transfer));
    return List.copyOf(ports);
  }

  void unwatch(EthernetPort port, Transfer transfer) {
    watches.remove(port, transfer);
  }

  private void changed(Transfer transfer) {
    due.add(transfer);
    if (!lookPending) {
      lookPending = true;
      simulation.schedule(0, AFTER_CHANGES, this, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    lookPending = false;
    List<Transfer> now = List.copyOf(due);
    due.clear();
    now.forEach(Transfer::lookAgain);
  }

  /** Sends a packet to where the transfer goes. */
  void ask(Transfer transfer) {
    Stack from = transfer.order().from();
    askers.computeIfAbsent(from.name(), name -> new Asker(from)).ask(transfer);
  }

  /** The echo requests of one machine. */
  private static final class Asker {
    private final Stack stack;
    private final int identifier;
    private final Map<Integer, Transfer> waiting = new TreeMap<>();
    private int sequence;

    Asker(Stack stack) {
      this.stack = stack;
      this.identifier = stack.icmp().nextEchoIdentifier();
      stack.icmp().onEchoReply(identifier, p -> answered(((Echo) p.content()).sequence()));
    }

    void ask(Transfer transfer) {
      sequence = (sequence + 1) % SEQUENCES;
      waiting.put(sequence, transfer);
      stack.send(transfer.order().to(), new Echo(false, identifier, sequence, REQUEST_DATA));
    }

    private void answered(int answeredSequence) {
      Transfer transfer = waiting.remove(answeredSequence);
      if (transfer != null) {
        transfer.answered();
      }
    }
  }
}
