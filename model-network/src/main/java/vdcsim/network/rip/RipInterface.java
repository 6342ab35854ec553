package vdcsim.network.rip;

import java.util.function.Consumer;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.network.stack.Interface;

/** An interface that takes part, some time after it came up. */
final class RipInterface {
  private final Interface card;
  private final Timer wakeUp;
  private boolean running;

  RipInterface(Simulation simulation, Interface card, Consumer<Interface> onWakeUp) {
    this.card = card;
    this.wakeUp =
        new Timer(
            simulation,
            () -> {
              running = true;
              onWakeUp.accept(card);
            });
  }

  Interface card() {
    return card;
  }

  boolean isRunning() {
    return running;
  }

  void wakeUpIn(long delayNs) {
    if (!running && !wakeUp.isRunning()) {
      wakeUp.start(delayNs);
    }
  }

  void stop() {
    wakeUp.stop();
    running = false;
  }
}
