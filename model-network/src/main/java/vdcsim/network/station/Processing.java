package vdcsim.network.station;

import java.util.Optional;
import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;
import vdcsim.network.backlog.Backlog;

/**
 * What the protocol stack of a machine does for each packet of a card: it runs on the machine's
 * processors, and takes time there. A machine without processors pays nothing.
 *
 * <p>Metrics, below the card's name, of a machine with processors: {@code dropped-backlog}, frames
 * that came, or were to be sent, while as many waited as may.
 */
final class Processing {
  /**
   * A program waits when so many of its packets are in the card's queue: Linux, wmem_default of
   * 212992 bytes, of which a short packet takes 768.
   */
  private static final int SOCKET_FRAMES = 277;

  /** Linux, NAPI_POLL_WEIGHT: so many packets the kernel has in hand when it polls. */
  private static final int POLLED_FRAMES = 64;

  private final Station station;
  private final Computer computer;
  private final PacketCostsSpec costs;
  private final Counter dropped;
  private final World world;
  private final Backlog out;
  private final Backlog in;

  /** Made with the first packet that is passed on: by then it is known what is tracked. */
  private Optional<Backlog> through = Optional.empty();

  private Processing(Station station, Computer computer, World world) {
    String card = station.name();
    this.station = station;
    this.computer = computer;
    this.world = world;
    this.costs = PacketCostsSpec.of(machine(card), world);
    this.dropped = world.simulation().metrics().counter(card + ".dropped-backlog", Unit.FRAMES);
    this.out =
        new Backlog(
            computer.context("send"),
            costs.sending(card, world),
            station.card()::send,
            costs.backlog(),
            dropped);
    EthernetPort port = station.card();
    out.waitFor(() -> port.queued() < SOCKET_FRAMES);
    port.onRoom(SOCKET_FRAMES / 2, out::look);
    this.in =
        new Backlog(
            computer.context("receive"),
            costs.receiving(card, world),
            station::deliver,
            costs.backlog(),
            dropped);
    world.find(card, PhysicalNic.class).ifPresent(nic -> join(nic, port));
  }

  private void join(PhysicalNic nic, EthernetPort port) {
    pollOnlyWithRoom(nic);
    out.waitFor(() -> port.queued() < SOCKET_FRAMES && nic.hasRoom());
    nic.onRoom(out::look);
  }

  /**
   * A driver that polls has the stack do its work for each packet before it takes the next (Linux,
   * netif_receive_skb in the poll), so that what is too much stays in the card's ring.
   */
  private void pollOnlyWithRoom(PhysicalNic nic) {
    nic.pollWhile(() -> in.waiting() < POLLED_FRAMES);
    in.onRoom(POLLED_FRAMES / 2, nic::look);
  }

  /** What a card's machine does for its packets; nothing if it has no processors. */
  static Optional<Processing> of(Station station, World world) {
    return world
        .find(machine(station.name()), Computer.class)
        .map(computer -> new Processing(station, computer, world));
  }

  private static String machine(String card) {
    return card.substring(0, card.indexOf('.'));
  }

  void send(Frame frame) {
    out.take(frame);
  }

  void receive(Frame frame) {
    in.take(frame);
  }

  /** A frame that is for others. */
  void receiveForOthers(Frame frame, boolean tracks) {
    if (through.isEmpty()) {
      through = Optional.of(passingOn(tracks));
    }
    through.get().take(frame);
  }

  private Backlog passingOn(boolean tracks) {
    return new Backlog(
        computer.context("receive"),
        costs.passingOn(station.name(), tracks, world),
        station::deliver,
        costs.backlog(),
        dropped);
  }
}
