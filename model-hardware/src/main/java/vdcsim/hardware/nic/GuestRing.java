package vdcsim.hardware.nic;

import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.pci.Dma;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

/**
 * The ring of frames that a machine's driver sends through a function of a card.
 *
 * <p>Metrics, below the machine's card, where it is said what memory it uses: {@code
 * dropped-tx-blocked}, frames that the card could not fetch, and {@code dropped-tx-astray}, those
 * in whose place it has fetched something else.
 */
public final class GuestRing {
  private final Simulation simulation;
  private final DeviceEnd guest;
  private Optional<Lost> lost = Optional.empty();

  /** What is known of frames that the card could not fetch. */
  private record Lost(Buffers buffers, Counter blocked, Counter astray) {}

  /** The ring behind a machine's end. */
  public GuestRing(Simulation simulation, DeviceEnd guest) {
    this.simulation = simulation;
    this.guest = guest;
  }

  /** It uses this memory from now on. */
  public void uses(Buffers buffers) {
    String name = guest.port().name();
    lost =
        Optional.of(
            new Lost(
                buffers,
                simulation.metrics().counter(name + ".dropped-tx-blocked", Unit.FRAMES),
                simulation.metrics().counter(name + ".dropped-tx-astray", Unit.FRAMES)));
  }

  /** Its way to memory, where it has one of its own. */
  public Dma dma(Dma ofCard) {
    return lost.isPresent() ? lost.get().buffers.dma() : ofCard;
  }

  /** The address of the next frame. */
  public long nextAddress() {
    return lost.isPresent() ? lost.get().buffers.transmit().next(1) : Dma.ANYWHERE;
  }

  /** Whether the address that was asked for last is that of a frame. */
  public boolean isAstray() {
    return lost.isPresent() && lost.get().buffers.transmit().isStray();
  }

  /** Frames that wait. */
  public int waiting() {
    return guest.waiting();
  }

  /** Takes the next frame. */
  public Frame take() {
    return guest.take();
  }

  /** The card could not fetch a frame, since its request was blocked or went elsewhere. */
  public void lost(boolean blocked) {
    Lost counters = lost.orElseThrow();
    (blocked ? counters.blocked : counters.astray).increment();
  }
}
