package vdcsim.hardware.nic.sriov;

import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.hardware.pci.Dma;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

/**
 * The mailbox of a virtual function (Intel 82576, data sheet 7.10.2.9.1): 64 bytes on the card that
 * the function and the host's driver write in turn. The host's driver answers a reset with the
 * function's address, and a wish for another address as it trusts the function.
 *
 * <p>Metrics, below the machine's card: {@code mailbox-messages}, {@code mailbox-refused}.
 */
final class Mailbox implements EventHandler {
  private static final int BYTES = 64;
  private static final int RESET = 0;
  private static final int ADDRESS = 1;

  private final PhysicalNic nic;
  private final EmbeddedSwitch within;
  private final VirtualFunction function;
  private final Counter messages;
  private final Counter refused;

  Mailbox(Simulation simulation, PhysicalNic nic, EmbeddedSwitch within, VirtualFunction function) {
    this.nic = nic;
    this.within = within;
    this.function = function;
    String name = function.name();
    this.messages = simulation.metrics().counter(name + ".mailbox-messages", Unit.COUNT);
    this.refused = simulation.metrics().counter(name + ".mailbox-refused", Unit.COUNT);
  }

  /** The function asks for a reset. */
  void reset() {
    post(RESET, function.address());
  }

  /** The function asks for another address. */
  void ask(MacAddress address) {
    post(ADDRESS, address);
  }

  private void post(int kind, MacAddress address) {
    messages.increment();
    nic.link().write(Dma.ANYWHERE, BYTES, this, kind, 0, address);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    MacAddress asked = (MacAddress) reference;
    if (kind == ADDRESS && !function.spec().trust()) {
      refused.increment();
      return;
    }
    within.forget(function);
    function.address(asked);
    within.enable(function);
  }
}
