package vdcsim.hardware.nic;

import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.pci.Dma;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

/**
 * The ring of frames that a machine's driver sends through a function of a card; when it may, and
 * what becomes of what was fetched, is the subclass's.
 *
 * <p>Metrics, below the machine's card, where it is said what memory it uses: {@code
 * dropped-tx-blocked}, frames that the card could not fetch, and {@code dropped-tx-astray}, those
 * in whose place it has fetched something else.
 */
public abstract class GuestRing implements TransmitSource {
  private final Simulation simulation;
  private final DeviceEnd guest;
  private Optional<Lost> lost = Optional.empty();

  /** What is known of frames that the card could not fetch. */
  private record Lost(Buffers buffers, Counter blocked, Counter astray) {}

  /** The ring behind a machine's end. */
  protected GuestRing(Simulation simulation, DeviceEnd guest) {
    this.simulation = simulation;
    this.guest = guest;
  }

  /** The machine's end. */
  protected final DeviceEnd guest() {
    return guest;
  }

  /** It uses this memory from now on. */
  protected final void sendFrom(Buffers buffers) {
    String name = guest.port().name();
    lost =
        Optional.of(
            new Lost(
                buffers,
                simulation.metrics().counter(name + ".dropped-tx-blocked", Unit.FRAMES),
                simulation.metrics().counter(name + ".dropped-tx-astray", Unit.FRAMES)));
  }

  @Override
  public final Dma dma(Dma ofCard) {
    return lost.isPresent() ? lost.get().buffers.dma() : ofCard;
  }

  @Override
  public final long nextAddress() {
    return lost.isPresent() ? lost.get().buffers.transmit().next(1) : Dma.ANYWHERE;
  }

  @Override
  public final boolean isAstray() {
    return lost.isPresent() && lost.get().buffers.transmit().isStray();
  }

  @Override
  public Frame take() {
    return guest.take();
  }

  @Override
  public final void lost(boolean blocked) {
    Lost counters = lost.orElseThrow();
    (blocked ? counters.blocked : counters.astray).increment();
  }
}
