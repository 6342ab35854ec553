package vdcsim.hypervisor.vnic.card;

import vdcsim.hardware.pci.LocalApic;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The part of a guest's driver that is alike for all cards behind registers: packets go into one
 * ring when there is something to send, an interrupt leads to a poll, and the poll takes what came
 * out of the other ring (Linux, NAPI). What a driver writes and reads for that is its own matter.
 */
public final class RegisterDriver implements EventHandler {
  /** Linux, NAPI_POLL_WEIGHT. */
  private static final int BUDGET = 64;

  private static final int BEGIN = 0;
  private static final int FILLED = 1;
  private static final int ANNOUNCED = 2;
  private static final int ENTERED = 3;
  private static final int ENDED = 4;
  private static final int POLL = 5;
  private static final int TAKEN = 6;
  private static final int REFILLED = 7;
  private static final int POLL_BEGINS = 8;
  private static final int NO_POLL = 9;
  private static final int NOTHING = 10;

  private final GuestEnd guest;
  private final CardCosts costs;
  private final boolean offload;
  private final LocalApic apic;
  private final Steps steps;
  private final PacketRing transmit;
  private final PacketRing receive;
  private boolean sending;
  private boolean held = true;
  private int polled;
  private int unfilled;

  /** What one driver does, which calls {@code done} with {@code kind} when that is over. */
  public interface Steps {
    /** How many buffers are given back at a time. */
    int refill();

    /** A packet has been put into the ring: shows it to the card, or not. */
    void announce(EventHandler done, int kind);

    /** The handler of the interrupt; {@code done} gets 1 as its argument if a poll is to come. */
    void interrupt(EventHandler done, int kind);

    /** A poll begins. */
    void poll(EventHandler done, int kind);

    /** Buffers have been put back: shows them to the card. */
    void refilled(EventHandler done, int kind);

    /** A poll has found no more: interrupts are wanted again. */
    void completed(EventHandler done, int kind);
  }

  /** A driver whose interrupt line leads to {@code vector}. */
  public RegisterDriver(
      GuestEnd guest,
      CardCosts costs,
      boolean offload,
      LocalApic apic,
      int vector,
      Steps steps,
      PacketRing transmit,
      PacketRing receive) {
    this.guest = guest;
    this.costs = costs;
    this.offload = offload;
    this.apic = apic;
    this.steps = steps;
    this.transmit = transmit;
    this.receive = receive;
    while (!receive.isFull()) {
      receive.put();
    }
    receive.show();
    apic.serve(vector, this, ENTERED, Simulation.NO_REFERENCE);
    apic.lineTo(vector);
    guest.end().onReady(this::send);
  }

  /** The machine stands still, or does not any more. */
  public void hold(boolean on) {
    held = on;
    if (!on) {
      send();
    }
  }

  private void send() {
    if (!sending && !held) {
      sending = true;
      // Behind what is handed over in this instant, so that segments are taken together.
      guest.sending().execute(costs.guestSend(), this, BEGIN, 0, Simulation.NO_REFERENCE);
    }
  }

  private void sendNext() {
    if (guest.end().waiting() == 0 || held || transmit.isFull()) {
      sending = false;
      return;
    }
    transmit.next().load(guest.end(), offload, Integer.MAX_VALUE);
    guest.meter().passed(transmit.next().size());
    transmit.put();
    steps.announce(this, ANNOUNCED);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case BEGIN, FILLED -> sendNext();
      case ANNOUNCED -> {
        if (guest.end().waiting() > 0 && costs.guestSend() > 0) {
          guest.sending().execute(costs.guestSend(), this, FILLED, 0, Simulation.NO_REFERENCE);
        } else {
          sendNext();
        }
      }
      case ENTERED -> {
        guest.meter().interrupted();
        steps.interrupt(this, ENDED);
      }
      case ENDED -> ended(argument == 1);
      case POLL_BEGINS -> {
        polled = 0;
        steps.poll(this, POLL);
      }
      case POLL, REFILLED -> pollNext();
      case TAKEN -> taken();
      case NO_POLL -> clean();
      default -> {
        // The end of the interrupt, or of a poll: nothing waits for it.
      }
    }
  }

  private void ended(boolean polls) {
    apic.end(this, NOTHING, 0, Simulation.NO_REFERENCE);
    int next = polls ? POLL_BEGINS : NO_POLL;
    guest.polling().execute(costs.guestInterrupt(), this, next, 0, Simulation.NO_REFERENCE);
  }

  /** What was sent is taken back, and a driver that waited for room goes on. */
  private void clean() {
    while (transmit.toClean() > 0) {
      transmit.clean();
    }
    if (guest.end().waiting() > 0) {
      send();
    }
  }

  private void pollNext() {
    clean();
    if (receive.toClean() > 0) {
      guest.polling().execute(costs.guestReceive(), this, TAKEN, 0, Simulation.NO_REFERENCE);
    } else if (unfilled > 0) {
      refill();
    } else {
      steps.completed(this, NOTHING);
    }
  }

  private void taken() {
    guest.meter().passed(receive.oldest().size());
    receive.oldest().unload(guest.end());
    receive.clean();
    receive.put();
    unfilled++;
    polled++;
    if (unfilled == steps.refill()) {
      refill();
    } else if (polled >= BUDGET) {
      polled = 0;
      // Others have their turn: softirq goes round.
      guest.polling().execute(0, this, POLL, 0, Simulation.NO_REFERENCE);
    } else {
      pollNext();
    }
  }

  private void refill() {
    unfilled = 0;
    steps.refilled(this, REFILLED);
  }
}
