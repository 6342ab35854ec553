package vdcsim.hypervisor.xen;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * One direction of an event channel: whoever sends calls Xen, and the other domain's handler is
 * called. An event that has not been taken yet is not sent again: it is one bit (Xen,
 * event_channel.h).
 */
public final class EventChannel implements EventHandler {
  private static final int SENT = 0;

  private final ExecutionContext sender;
  private final long sendCycles;
  private final ExecutionContext receiver;
  private final long upcallCycles;
  private final EventHandler handler;
  private final int handlerKind;
  private boolean pending;
  private long sent;
  private long merged;

  /**
   * A channel.
   *
   * @param sendCycles what the sender's call costs
   * @param upcallCycles what it costs the receiver to be called
   * @param handler called on the receiver's context with {@code handlerKind}
   */
  public EventChannel(
      ExecutionContext sender,
      long sendCycles,
      ExecutionContext receiver,
      long upcallCycles,
      EventHandler handler,
      int handlerKind) {
    this.sender = sender;
    this.sendCycles = sendCycles;
    this.receiver = receiver;
    this.upcallCycles = upcallCycles;
    this.handler = handler;
    this.handlerKind = handlerKind;
  }

  /** Sends an event, and goes on with {@code whenSent} when the call has returned. */
  public void send(EventHandler whenSent, int kind, long argument, Object reference) {
    sent++;
    sender.execute(sendCycles, this, SENT, 0, Simulation.NO_REFERENCE);
    sender.execute(0, whenSent, kind, argument, reference);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind != SENT) {
      pending = false;
      handler.handle(handlerKind, 0, Simulation.NO_REFERENCE);
    } else if (pending) {
      merged++;
    } else {
      pending = true;
      receiver.execute(upcallCycles, this, SENT + 1, 0, Simulation.NO_REFERENCE);
    }
  }

  /** How many calls there were. */
  public long sent() {
    return sent;
  }

  /** How many of them found the bit set. */
  public long merged() {
    return merged;
  }
}
