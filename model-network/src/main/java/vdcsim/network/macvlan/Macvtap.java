package vdcsim.network.macvlan;

import java.util.Optional;
import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hardware.nic.vmdq.QueueSorter;
import vdcsim.hardware.nic.vmdq.SendQueue;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;
import vdcsim.network.backlog.Backlog;
import vdcsim.network.station.PacketCostsSpec;

/**
 * A tap of a macvlan, and what the host does for the frames that get to it from the cable.
 *
 * <p>Metrics, below the name of the tap, of a host with processors: {@code dropped-backlog}; of one
 * with a queue of the card's own: {@code dropped-tx-ring-full}.
 */
final class Macvtap {
  /** Linux, default txqueuelen of a macvtap. */
  private static final int QUEUE = 500;

  /** Linux says nothing of a rate; more than any card has. */
  private static final DataRate RATE = DataRate.ofGigabits(100);

  private final MacvlanMode mode;
  private final DeviceEnd end;
  private final FrameSink inwards;
  private final FrameSink outwards;
  private final int lookUp;

  Macvtap(Macvlan of, String label, MacAddress address, MacvtapSpec spec, World world) {
    this.mode = spec.mode();
    EthernetPort card = of.card();
    String name = card.name() + ".macvtap." + label;
    PortSettings settings = new PortSettings(QUEUE, PortSettings.ANY_BYTES, card.mtu());
    EthernetPort port = new EthernetPort(world.simulation(), name, Addresses.next(world), settings);
    this.end = new DeviceEnd(port, RATE.bitsPerSecond());
    Optional<QueueSorter> sorter =
        spec.forwardingOffload()
            ? Optional.of(QueueSorter.of(card.name(), world)).filter(QueueSorter::hasQueue)
            : Optional.empty();
    this.lookUp = sorter.isPresent() ? 0 : spec.forward();
    this.inwards = inwards(card.name(), sorter.isPresent() ? "receive-" + label : "receive", world);
    this.outwards =
        sorter.map(own -> ownQueue(own, address, world)).orElse(frame -> of.send(this, frame));
    port.onReceive((at, frame) -> outwards.take(frame));
    port.onCarrier(changed -> of.changed());
    port.tracing().relayedBy(of);
  }

  private FrameSink inwards(String card, String purpose, World world) {
    String host = card.substring(0, card.indexOf('.'));
    PacketCostsSpec costs = PacketCostsSpec.of(host, world);
    return world
        .find(host, Computer.class)
        .<FrameSink>map(
            computer ->
                new Backlog(
                        computer.context(purpose),
                        costs.forwarding(card, lookUp, world),
                        this::deliver,
                        costs.backlog(),
                        dropped(".dropped-backlog", world))
                    ::take)
        .orElse(this::deliver);
  }

  /** The card sorts for it, and all that it sends leaves at the card. */
  private FrameSink ownQueue(QueueSorter sorter, MacAddress address, World world) {
    sorter.give(address, inwards);
    SendQueue queue = sorter.sendQueue();
    Counter full = dropped(".dropped-tx-ring-full", world);
    return frame -> {
      if (queue.waiting() == QUEUE) {
        full.increment();
      } else {
        queue.send(frame);
      }
    };
  }

  private Counter dropped(String why, World world) {
    return world.simulation().metrics().counter(end.port().name() + why, Unit.FRAMES);
  }

  DeviceEnd end() {
    return end;
  }

  /** Cycles of the host to find whom a frame is for. */
  int lookUp() {
    return lookUp;
  }

  MacvlanMode mode() {
    return mode;
  }

  boolean is(MacvlanMode other) {
    return mode == other;
  }

  /** Whether a machine has it here. */
  boolean isUp() {
    return end.isUp();
  }

  /** A frame for it has come in from the cable. */
  void receive(Frame frame) {
    inwards.take(frame);
  }

  /** A frame is there. */
  void deliver(Frame frame) {
    end.port().send(frame);
  }
}
