package vdcsim.network.station;

import java.util.Optional;
import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;

/**
 * What the protocol stack of a machine does for each packet of a card: it runs on the machine's
 * processors, and takes time there. A machine without processors pays nothing.
 *
 * <p>Metrics, below the card's name, of a machine with processors: {@code dropped-backlog}, frames
 * that came, or were to be sent, while as many waited as may.
 */
final class Processing implements EventHandler {
  private static final int SEND = 0;
  private static final int RECEIVE = 1;

  private final Station station;
  private final ExecutionContext sending;
  private final ExecutionContext receiving;
  private final PacketCostsSpec costs;
  private final Counter dropped;
  private int toSend;
  private int toReceive;

  private Processing(Station station, Computer computer, PacketCostsSpec costs, Counter dropped) {
    this.station = station;
    this.sending = computer.context("send");
    this.receiving = computer.context("receive");
    this.costs = costs;
    this.dropped = dropped;
  }

  /** What a card's machine does for its packets; nothing if it has no processors. */
  static Optional<Processing> of(Station station, World world) {
    String card = station.name();
    String machine = card.substring(0, card.indexOf('.'));
    PacketCostsSpec costs =
        world.find(machine, PacketCostsSpec.class).orElse(PacketCostsSpec.DEFAULT);
    return world
        .find(machine, Computer.class)
        .map(
            computer ->
                new Processing(
                    station,
                    computer,
                    costs,
                    world.simulation().metrics().counter(card + ".dropped-backlog", Unit.FRAMES)));
  }

  void send(Frame frame) {
    if (toSend == costs.backlog()) {
      dropped.increment();
    } else {
      toSend++;
      sending.execute(costs.sending(frame), this, SEND, 0, frame);
    }
  }

  void receive(Frame frame) {
    if (toReceive == costs.backlog()) {
      dropped.increment();
    } else {
      toReceive++;
      receiving.execute(costs.receiving(frame), this, RECEIVE, 0, frame);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    Frame frame = (Frame) reference;
    if (kind == SEND) {
      toSend--;
      station.card().send(frame);
    } else {
      toReceive--;
      station.deliver(frame);
    }
  }
}
