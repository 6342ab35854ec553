package vdcsim.hardware.nic.vmdq;

import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;

/**
 * The way between a card's queue and one machine: a thread of the host copies each frame.
 *
 * <p>Metrics, below the machine's card: {@code dropped-backend}, frames that came while as many
 * waited for the thread as may.
 */
public final class MachineQueue implements EventHandler {
  private static final int IN = 0;
  private static final int OUT = 1;

  private final DeviceEnd guest;
  private final Optional<Integer> vlan;
  private final BackendSpec spec;
  private final boolean sorted;
  private final ExecutionContext thread;
  private final Counter dropped;
  private final SendQueue out;
  private int toCopyIn;
  private int toSend;
  private boolean held;

  MachineQueue(
      PhysicalNic nic,
      DeviceEnd guest,
      Optional<Integer> vlan,
      BackendSpec spec,
      boolean sorted,
      ExecutionContext thread,
      World world) {
    this.guest = guest;
    this.vlan = vlan;
    this.spec = spec;
    this.sorted = sorted;
    this.thread = thread;
    this.dropped =
        world.simulation().metrics().counter(guest.port().name() + ".dropped-backend", Unit.FRAMES);
    this.out = new SendQueue(nic, vlan, this::goOn);
    guest.onReady(this::pump);
  }

  /** Whether a frame to a group is for it. */
  boolean isMeant(Frame frame) {
    return Sorting.vlan(frame) == vlan.orElse(0) && !guest.port().address().equals(frame.source());
  }

  /** Takes nothing while its machine stands still; what comes meanwhile waits for the thread. */
  public void hold(boolean on) {
    held = on;
    pump();
  }

  /** The driver has taken out a frame for the machine. */
  void arrive(Frame frame) {
    if (held || toCopyIn == spec.backlog()) {
      dropped.increment();
      return;
    }
    toCopyIn++;
    thread.execute(spec.cycles(frame.softwareBytes(), sorted), this, IN, 0, frame);
  }

  private void pump() {
    while (!held && toSend < spec.backlog() && guest.waiting() > 0) {
      Frame frame = guest.take();
      toSend++;
      thread.execute(spec.cycles(frame.softwareBytes(), sorted), this, OUT, 0, frame);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    Frame frame = (Frame) reference;
    if (kind == IN) {
      toCopyIn--;
      guest.deliver(frame);
    } else {
      out.send(frame);
    }
  }

  private void goOn() {
    toSend--;
    pump();
  }
}
