package vdcsim.network.macvlan;

import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;
import vdcsim.network.backlog.Backlog;
import vdcsim.network.station.PacketCostsSpec;

/**
 * A tap of a macvlan, and what the host does for the frames that get to it from the cable.
 *
 * <p>Metrics, below the name of the tap, of a host with processors: {@code dropped-backlog}.
 */
final class Macvtap {
  /** Linux, default txqueuelen of a macvtap. */
  private static final int QUEUE = 500;

  /** Linux says nothing of a rate; more than any card has. */
  private static final DataRate RATE = DataRate.ofGigabits(100);

  private final MacvlanMode mode;
  private final DeviceEnd end;
  private final FrameSink inwards;

  Macvtap(Macvlan of, String label, MacAddress address, MacvtapSpec spec, World world) {
    this.mode = spec.mode();
    String card = of.card().name();
    String name = card + ".macvtap." + label;
    PortSettings settings = new PortSettings(QUEUE, PortSettings.ANY_BYTES, of.card().mtu());
    EthernetPort port = new EthernetPort(world.simulation(), name, Addresses.next(world), settings);
    this.end = new DeviceEnd(port, RATE.bitsPerSecond());
    port.onReceive((at, frame) -> of.send(this, frame));
    port.onCarrier(changed -> of.changed());
    port.tracing().relayedBy(of);
    String host = card.substring(0, card.indexOf('.'));
    PacketCostsSpec costs = PacketCostsSpec.of(host, world);
    this.inwards =
        world
            .find(host, Computer.class)
            .<FrameSink>map(
                computer ->
                    new Backlog(
                            computer.context("receive"),
                            costs.forwarding(card, spec.forward(), world),
                            this::deliver,
                            costs.backlog(),
                            world
                                .simulation()
                                .metrics()
                                .counter(name + ".dropped-backlog", Unit.FRAMES))
                        ::take)
            .orElse(this::deliver);
  }

  DeviceEnd end() {
    return end;
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
