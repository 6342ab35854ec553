package vdcsim.hypervisor.migration.engine;

import vdcsim.hypervisor.vnic.VirtualCards;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;

/**
 * Waits until a guest has given up devices that cannot move (QEMU, migration.c,
 * qemu_savevm_wait_unplug): it looks each 250 ms, for as long as nobody cancels.
 */
final class Unplugging {
  private static final long LOOK_NS = 250_000_000L;

  private final VirtualCards cards;
  private final Timer look;
  private final Timer patience;
  private final Runnable done;
  private boolean gone;

  Unplugging(VirtualCards cards, Simulation simulation, Runnable done, Runnable given) {
    this.cards = cards;
    this.done = done;
    this.look = new Timer(simulation, this::look);
    this.patience =
        new Timer(
            simulation,
            () -> {
              look.stop();
              given.run();
            });
  }

  /** Asks the guest; whether it has anything to give up. */
  boolean begin(long patienceNs) {
    boolean any = cards.unplug(() -> gone = true);
    if (any) {
      look.start(LOOK_NS);
      patience.start(patienceNs);
    }
    return any;
  }

  void stop() {
    look.stop();
    patience.stop();
  }

  private void look() {
    if (gone) {
      patience.stop();
      done.run();
    } else {
      look.start(LOOK_NS);
    }
  }
}
