package vdcsim.network.hostbridge;

import java.util.Optional;
import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameReceiver;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;
import vdcsim.network.backlog.Backlog;
import vdcsim.network.station.PacketCostsSpec;

/**
 * What a host's kernel does for the frames that a card of a bridge takes, on a processor of the
 * host; a host without processors pays nothing.
 *
 * <p>Metrics, below the card's name, of a host with processors: {@code dropped-backlog}.
 */
final class Forwarder {
  private final String host;
  private final EthernetPort card;
  private final long cycles;
  private final World world;
  private FrameReceiver bridge = (port, frame) -> {};
  private Optional<Backlog> backlog = Optional.empty();

  Forwarder(String host, EthernetPort card, long cycles, World world) {
    this.host = host;
    this.card = card;
    this.cycles = cycles;
    this.world = world;
  }

  /** Stands before the bridge. */
  FrameReceiver before(FrameReceiver receiver) {
    bridge = receiver;
    return (port, frame) -> take(frame);
  }

  /** Finds the host's processors, if it has some. */
  void connect() {
    PacketCostsSpec costs = PacketCostsSpec.of(host, world);
    backlog =
        world
            .find(host, Computer.class)
            .map(
                computer ->
                    new Backlog(
                        computer.context("receive"),
                        costs.forwarding(card.name(), cycles, world),
                        this::forward,
                        costs.backlog(),
                        world
                            .simulation()
                            .metrics()
                            .counter(card.name() + ".dropped-backlog", Unit.FRAMES)));
  }

  private void take(Frame frame) {
    if (backlog.isPresent()) {
      backlog.get().take(frame);
    } else {
      forward(frame);
    }
  }

  private void forward(Frame frame) {
    bridge.receive(card, frame);
  }
}
