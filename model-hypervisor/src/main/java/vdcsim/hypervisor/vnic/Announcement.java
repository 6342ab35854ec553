package vdcsim.hypervisor.vnic;

import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.network.arp.ArpMessage;
import vdcsim.network.ip.Ipv4Address;

/**
 * Tells the switches that a card has moved: its new host broadcasts in its name, five times, at
 * once and after 50, 150, 250 and 350 ms more (QEMU, {@code net/announce.c}: announce-rounds 5,
 * announce-initial 50 ms, announce-step 100 ms, announce-max 550 ms).
 */
final class Announcement implements EventHandler {
  private static final int ROUNDS = 5;
  private static final long INITIAL_NS = 50_000_000;
  private static final long STEP_NS = 100_000_000;
  private static final long MOST_NS = 550_000_000;

  private final Simulation simulation;
  private final MacAddress card;
  private int epoch;
  private int sent;

  Announcement(Simulation simulation, MacAddress card) {
    this.simulation = simulation;
    this.card = card;
  }

  /** Begins anew at a tap; what was to be sent at another is not. */
  void begin(DeviceEnd tap) {
    epoch++;
    sent = 0;
    handle(0, epoch, tap);
  }

  @Override
  public void handle(int kind, long begunInEpoch, Object tap) {
    if (begunInEpoch != epoch) {
      return;
    }
    ArpMessage message =
        new ArpMessage(
            ArpMessage.REVERSE_REQUEST,
            card,
            Ipv4Address.UNSPECIFIED,
            card,
            Ipv4Address.UNSPECIFIED);
    ((DeviceEnd) tap).deliver(new Frame(MacAddress.BROADCAST, card, message, simulation.now()));
    sent++;
    if (sent < ROUNDS) {
      long waitNs = Math.min(MOST_NS, INITIAL_NS + (sent - 1) * STEP_NS);
      simulation.schedule(waitNs, this, 0, epoch, tap);
    }
  }
}
