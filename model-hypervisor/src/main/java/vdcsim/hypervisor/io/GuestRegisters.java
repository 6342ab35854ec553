package vdcsim.hypervisor.io;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.Access;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.PooledRegisters;
import vdcsim.kernel.EventHandler;

/**
 * The registers of a device that a hypervisor models: every access leads to an exit.
 *
 * <p>The exit comes first, then the model's {@link Device#read} or {@link Device#write}, then the
 * way back into the guest. What the model asks of its execution context within that call is done
 * before the guest goes on.
 */
public final class GuestRegisters extends PooledRegisters implements EventHandler {
  private static final int OUT = 0;
  private static final int REACH = 1;
  private static final int BACK = 2;
  private static final int FINISH = 3;
  private static final int NO_DOORBELL = -1;
  private static final int CONFIG_EXITS = 2;

  private final Handling handling;
  private final Interception interception;
  private final ExecutionContext vcpu;
  private final ExecutionContext model;
  private int doorbellBar = NO_DOORBELL;
  private long doorbell;
  private long before;

  GuestRegisters(
      Device device, Handling handling, Interception interception, ExecutionContext model) {
    super(device);
    if (handling == Handling.DIRECT) {
      throw new IllegalArgumentException("a device of the guest's own leads to no exits");
    }
    this.handling = handling;
    this.interception = interception;
    this.vcpu = interception.vcpu();
    this.model = model;
  }

  /**
   * A register behind which an event of the kernel stands: a write there only wakes somebody, and
   * the device is told without its model working in the exit (Linux, ioeventfd).
   *
   * @return itself
   */
  public GuestRegisters doorbell(int bar, long offset) {
    doorbellBar = bar;
    doorbell = offset;
    return this;
  }

  /**
   * So many cycles of each access are spent by whoever asks for it, before it is asked for: the way
   * to a process in which it must wait for a lock.
   *
   * @return itself
   */
  public GuestRegisters spentBefore(long cycles) {
    before = cycles;
    return this;
  }

  /** How many accesses reached nothing. */
  public long unclaimed() {
    return pool().unclaimed();
  }

  @Override
  protected void start(Access access) {
    if (doorbellBar != NO_DOORBELL && access.writes(doorbellBar, doorbell)) {
      long cycles = interception.costs().kick(access.isPort());
      interception.exits().count(ExitKind.KICK, 1, cycles);
      vcpu.execute(cycles, this, FINISH, 1, access);
      return;
    }
    long cycles = interception.costs().access(access, handling);
    long back = interception.costs().roundTrip() / 2;
    count(access, cycles);
    if (model == vcpu) {
      vcpu.execute(cycles - back - before, this, REACH, back, access);
    } else {
      vcpu.execute(back, this, OUT, cycles - 2 * back, access);
    }
  }

  private void count(Access access, long cycles) {
    if (access.isConfig()) {
      interception.exits().count(ExitKind.CONFIG, CONFIG_EXITS, cycles);
    } else {
      interception.exits().count(access.isPort() ? ExitKind.PIO : ExitKind.MMIO, 1, cycles);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    Access access = (Access) reference;
    switch (kind) {
      case OUT ->
          model.execute(argument, this, REACH, interception.costs().roundTrip() / 2, access);
      case REACH -> {
        access.reach();
        // Behind what the model has just asked for: only then the guest goes on.
        if (model == vcpu) {
          vcpu.execute(argument, this, FINISH, 0, access);
        } else {
          model.execute(0, this, BACK, argument, access);
        }
      }
      case BACK -> vcpu.execute(argument, this, FINISH, 0, access);
      default -> {
        if (argument == 1) {
          access.reach();
        }
        access.finish();
      }
    }
  }
}
