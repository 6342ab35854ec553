package vdcsim.hypervisor.slirp;

import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * QEMU's main loop, as far as it carries frames between the guest and SLIRP: one at a time, either
 * way in turns. It runs on the host's processors; on a host without, frames take their time at the
 * card's rate.
 */
final class MainLoop implements EventHandler {
  private static final int OUT = 0;
  private static final int IN = 1;
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final SlirpSpec spec;
  private final DeviceEnd guest;
  private final DeviceEnd slirp;
  private Optional<ExecutionContext> context = Optional.empty();
  private boolean held = true;
  private boolean busy;
  private int last = IN;

  MainLoop(Simulation simulation, SlirpSpec spec, DeviceEnd guest, DeviceEnd slirp) {
    this.simulation = simulation;
    this.spec = spec;
    this.guest = guest;
    this.slirp = slirp;
    guest.onReady(this::turn);
    slirp.onReady(this::turn);
  }

  /** Runs here from now on; in no context it costs nobody anything. */
  void runIn(Optional<ExecutionContext> newContext) {
    context = newContext;
  }

  /** The guest stands still, or goes on. */
  void hold(boolean on) {
    held = on;
    turn();
  }

  private void turn() {
    boolean waits = guest.waiting() + slirp.waiting() > 0;
    if (busy || held || !waits) {
      return;
    }
    boolean out = slirp.waiting() == 0 || (guest.waiting() > 0 && last == IN);
    last = out ? OUT : IN;
    busy = true;
    carry((out ? guest : slirp).take());
  }

  private void carry(Frame frame) {
    if (context.isPresent()) {
      context.get().execute(spec.cycles(frame.softwareBytes()), this, last, 0, frame);
    } else {
      long takesNs = frame.bytesOnWire() * 8 * NS_PER_SECOND / guest.bitsPerSecond();
      simulation.schedule(takesNs, this, last, 0, frame);
    }
  }

  @Override
  public void handle(int kind, long argument, Object frame) {
    (kind == OUT ? slirp : guest).deliver((Frame) frame);
    busy = false;
    turn();
  }
}
