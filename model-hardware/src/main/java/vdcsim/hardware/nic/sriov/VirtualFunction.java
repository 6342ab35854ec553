package vdcsim.hardware.nic.sriov;

import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.nic.Buffers;
import vdcsim.hardware.nic.GuestRing;
import vdcsim.hardware.nic.ReceiveQueue;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

/**
 * A virtual function: rings and interrupts of its own, given to a machine, and what the host's
 * driver has set for it. It carries nothing until that driver has answered its reset.
 *
 * <p>Metrics, below the machine's card: {@code dropped-spoofed}, frames with another's address or a
 * VLAN of their own.
 */
public final class VirtualFunction extends GuestRing implements EventHandler {
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final EmbeddedSwitch within;
  private final int number;
  private final FunctionSpec spec;
  private final ReceiveQueue queue;
  private final Counter spoofed;
  private MacAddress address;
  private long nextNs;
  private boolean waits;
  private boolean held;
  private boolean ready;

  VirtualFunction(
      Simulation simulation,
      EmbeddedSwitch within,
      int number,
      DeviceEnd guest,
      FunctionSpec spec,
      ReceiveQueue queue) {
    super(simulation, guest);
    this.simulation = simulation;
    this.within = within;
    this.number = number;
    this.spec = spec;
    this.queue = queue;
    this.address = guest.port().address();
    this.spoofed =
        simulation.metrics().counter(guest.port().name() + ".dropped-spoofed", Unit.FRAMES);
  }

  /** Where its frames and interrupts arrive. */
  public ReceiveQueue queue() {
    return queue;
  }

  /** Which of the card's it is, counted from 0. */
  int number() {
    return number;
  }

  /** It uses this memory from now on, and not any. */
  public void uses(Buffers buffers) {
    queue.uses(buffers);
    sendFrom(buffers);
  }

  /** What the host's driver has set for it. */
  public FunctionSpec spec() {
    return spec;
  }

  /** The machine's card, as {@code vm1.eth0}. */
  String name() {
    return guest().port().name();
  }

  MacAddress address() {
    return address;
  }

  void address(MacAddress given) {
    address = given;
  }

  /** The host's driver has answered its reset, or takes the function away. */
  void enabled(boolean on) {
    ready = on;
    guest().carrier(on);
  }

  /** Sends and takes nothing while its machine stands still. */
  public void hold(boolean on) {
    held = on;
    within.ready();
  }

  /** Whether a frame with or without tags is of its VLAN. */
  boolean sees(Frame frame) {
    return ready
        && spec.vlan()
            .map(vlan -> !frame.tags().isEmpty() && frame.tags().get(0).vlan() == vlan)
            .orElseGet(() -> frame.tags().isEmpty());
  }

  /** A frame that it sees arrives. */
  void deliver(Frame frame) {
    queue.arrive(spec.vlan().isPresent() ? frame.untagged() : frame);
  }

  /** Whether it may send this; it is counted if not. */
  boolean mayLeave(Frame frame) {
    boolean foreign = spec.spoofCheck() && !frame.source().equals(address);
    boolean tagged = spec.vlan().isPresent() && !frame.tags().isEmpty();
    if (foreign || tagged) {
      spoofed.increment();
    }
    return !foreign && !tagged;
  }

  /** The frame as it is in the card. */
  Frame within(Frame frame) {
    return spec.vlan().map(vlan -> frame.tagged(VlanTag.of(vlan))).orElse(frame);
  }

  @Override
  public boolean isReady() {
    if (!ready || held || guest().waiting() == 0) {
      return false;
    }
    long waitNs = nextNs - simulation.now();
    if (waitNs > 0 && !waits) {
      waits = true;
      simulation.schedule(waitNs, this, 0, 0, Simulation.NO_REFERENCE);
    }
    return waitNs <= 0;
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    waits = false;
    within.ready();
  }

  @Override
  public Frame take() {
    Frame frame = super.take();
    if (spec.maxRate().isPresent()) {
      long bits = (frame.bytesOnWire() + Frame.GAP_BYTES) * 8;
      long from = Math.max(nextNs, simulation.now());
      nextNs = from + bits * NS_PER_SECOND / spec.maxRate().get().bitsPerSecond();
    }
    return frame;
  }

  @Override
  public void fetched(Frame frame) {
    within.leaving(this, frame);
  }
}
