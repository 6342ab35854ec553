package vdcsim.hardware.pci;

/** INTx: a level that the device holds until the driver has quieted it (PCI 3.0, 2.2.6). */
public final class InterruptLine {
  private final ConfigSpace config;
  private final InterruptTarget target;
  private boolean wanted;
  private boolean asserted;

  /** The line of a device. */
  public InterruptLine(ConfigSpace config, InterruptTarget target) {
    this.config = config;
    this.target = target;
  }

  /** The device wants an interrupt from now on, or no longer; saying so again changes nothing. */
  public void want(boolean interrupt) {
    wanted = interrupt;
    config.showInterrupt(interrupt);
    update();
  }

  /** The command register has been written. */
  public void update() {
    boolean now = wanted && config.mayPullLine();
    if (now != asserted) {
      asserted = now;
      target.line(now);
    }
  }
}
