package vdcsim.hypervisor.slirp;

import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.Crossing;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The loop of the process that SLIRP is a part of, where the guest's card itself costs nothing: it
 * carries frames between them, one at a time, either way in turns. It runs on the host's
 * processors; on a host without, frames take their time at the card's rate.
 */
public final class MainLoop implements CardModel, EventHandler {
  private static final int OUT = 0;
  private static final int IN = 1;
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final String thread;
  private final DeviceEnd guest;
  private Optional<HostEnd> at = Optional.empty();
  private Optional<ExecutionContext> context = Optional.empty();
  private boolean held = true;
  private boolean busy;
  private int last = IN;

  /**
   * A loop between a guest's card and nothing yet.
   *
   * @param thread its name in the host
   */
  public MainLoop(Simulation simulation, String thread, DeviceEnd guest) {
    this.simulation = simulation;
    this.thread = thread;
    this.guest = guest;
    guest.onReady(this::turn);
  }

  @Override
  public void attach(HostEnd to) {
    at = Optional.of(to);
    context = to.host().map(machine -> machine.context(thread));
    to.tap().onReady(this::turn);
    turn();
  }

  @Override
  public void detach() {
    at = Optional.empty();
  }

  @Override
  public void hold(boolean on) {
    held = on;
    turn();
  }

  /** What it carries gets there, since guest and SLIRP move together. */
  @Override
  public long lost() {
    return 0;
  }

  private void turn() {
    if (busy || held || at.isEmpty()) {
      return;
    }
    DeviceEnd slirp = at.get().tap();
    if (guest.waiting() + slirp.waiting() > 0) {
      boolean out = slirp.waiting() == 0 || (guest.waiting() > 0 && last == IN);
      last = out ? OUT : IN;
      busy = true;
      carry((out ? guest : slirp).take(), out ? at.get().out() : at.get().in());
    }
  }

  private void carry(Frame frame, Crossing crossing) {
    if (context.isPresent()) {
      long cycles = crossing.cycles(1, frame.softwareBytes());
      context.get().execute(cycles, this, last, 0, frame);
    } else {
      long takesNs = frame.bytesOnWire() * 8 * NS_PER_SECOND / guest.bitsPerSecond();
      simulation.schedule(takesNs, this, last, 0, frame);
    }
  }

  @Override
  public void handle(int kind, long argument, Object frame) {
    (kind == OUT ? at.orElseThrow().tap() : guest).deliver((Frame) frame);
    busy = false;
    turn();
  }
}
