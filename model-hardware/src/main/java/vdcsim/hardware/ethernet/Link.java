package vdcsim.hardware.ethernet;

import java.util.List;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.random.RandomStream;

/** A full-duplex cable between two ports: each direction has its own transmitter. */
public final class Link implements Medium, Cable {
  private final Simulation simulation;
  private final String name;
  private final long bitsPerSecond;
  private final long delayNs;
  private final double bitErrorRate;
  private final Direction forth;
  private final Direction back;
  private boolean intact = true;
  private boolean up;

  /**
   * Plugs both ports in.
   *
   * @param delayNs propagation from end to end
   * @param bitErrorRate the probability that a bit is wrong, each on its own
   */
  public Link(
      Simulation simulation,
      String name,
      EthernetPort from,
      EthernetPort to,
      long bitsPerSecond,
      long delayNs,
      double bitErrorRate) {
    this.simulation = simulation;
    this.name = name;
    this.bitsPerSecond = bitsPerSecond;
    this.delayNs = delayNs;
    this.bitErrorRate = bitErrorRate;
    this.forth = new Direction(from, to);
    this.back = new Direction(to, from);
    from.plug(this);
    to.plug(this);
    from.holdLink(to, () -> forth.inFlight);
    to.holdLink(from, () -> back.inFlight);
    this.up = from.isEnabled() && to.isEnabled();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long bitsPerSecond() {
    return bitsPerSecond;
  }

  @Override
  public void leave(EthernetPort from, long left) {
    Direction direction = from == forth.from ? forth : back;
    direction.rate = Math.min(bitsPerSecond, left);
    direction.owed = 0;
  }

  @Override
  public boolean isUp() {
    return up;
  }

  @Override
  public List<String> ends() {
    return List.of(forth.from.name(), forth.to.name());
  }

  @Override
  public boolean isFullDuplex() {
    return true;
  }

  @Override
  public void fail() {
    intact = false;
    updateCarrier();
  }

  @Override
  public void failSilently() {
    forth.lose(true);
    back.lose(true);
  }

  @Override
  public void failTowards(String end) {
    (end.equals(forth.to.name()) ? forth : back).lose(true);
  }

  @Override
  public void repair() {
    forth.lose(false);
    back.lose(false);
    intact = true;
    updateCarrier();
  }

  @Override
  public long notSent() {
    return 0;
  }

  @Override
  public List<Tracing.Hearing> heard(EthernetPort from) {
    Direction direction = from == forth.from ? forth : back;
    return direction.losing ? List.of() : List.of(new Tracing.Hearing(direction.to, delayNs));
  }

  @Override
  public String channel(EthernetPort from) {
    return from.name();
  }

  @Override
  public void enabledChanged(EthernetPort port) {
    updateCarrier();
  }

  private void updateCarrier() {
    boolean now = intact && forth.from.isEnabled() && back.from.isEnabled();
    if (now != up) {
      up = now;
      forth.cut();
      back.cut();
      forth.from.carrierChanged();
      back.from.carrierChanged();
    }
  }

  @Override
  public void ready(EthernetPort port) {
    (port == forth.from ? forth : back).ready();
  }

  /** Frames that were sent and have neither arrived nor been lost. */
  public long inFlight() {
    return forth.inFlight + back.inFlight;
  }

  /**
   * One direction. Times are whole nanoseconds, but a transmitter that sends frame upon frame keeps
   * the fraction of a nanosecond that it owes, so that its rate is exact.
   */
  private final class Direction implements EventHandler {
    private static final int FREE = 0;
    private static final int ARRIVED = 1;
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final EthernetPort from;
    private final EthernetPort to;
    private final RandomStream errors;
    private long freeAtNs;

    /** How far the true instant lies after {@link #freeAtNs}, in 1/rate nanoseconds. */
    private long owed;

    /** Bits per second for frames: less than the line's where flows use it too. */
    private long rate = bitsPerSecond;

    private boolean freePending;
    private boolean losing;
    private long epoch;
    private long inFlight;

    Direction(EthernetPort from, EthernetPort to) {
      this.from = from;
      this.to = to;
      this.errors = simulation.random().stream(name + "." + from.name() + ".bit-errors");
    }

    void ready() {
      if (simulation.now() >= freeAtNs && !freePending) {
        transmit();
      } else {
        awaitFree();
      }
    }

    private void awaitFree() {
      if (!freePending) {
        freePending = true;
        simulation.schedule(
            Math.max(0, freeAtNs - simulation.now()), this, FREE, 0, Simulation.NO_REFERENCE);
      }
    }

    private void transmit() {
      Frame frame = from.next();
      from.sent(frame);
      long now = simulation.now();
      if (now > freeAtNs) {
        owed = 0;
      }
      long lastBit = owed + frame.bytesOnWire() * 8 * NS_PER_SECOND;
      long free = lastBit + Frame.GAP_BYTES * 8 * NS_PER_SECOND;
      freeAtNs = now + free / rate;
      owed = free % rate;
      inFlight++;
      long taken = lastBit - (frame.length() - to.bytesTaken(frame)) * 8L * NS_PER_SECOND;
      simulation.schedule(taken / rate + delayNs, this, ARRIVED, epoch, frame);
    }

    @Override
    public void handle(int kind, long sentInEpoch, Object reference) {
      if (kind == FREE) {
        free();
      } else if (sentInEpoch == epoch) {
        inFlight--;
        arrive((Frame) reference);
      }
    }

    private void free() {
      freePending = false;
      if (from.queued() > 0) {
        transmit();
      }
      if (from.queued() > 0) {
        awaitFree();
      }
    }

    private void arrive(Frame frame) {
      if (losing) {
        from.lostSilently(1);
      } else if (bitErrorRate > 0 && isDamaged(frame)) {
        to.arriveDamaged(frame);
      } else {
        to.arrive(frame);
      }
    }

    /** A frame is whole if each of its bits is. */
    private boolean isDamaged(Frame frame) {
      double whole = StrictMath.exp(frame.length() * 8 * StrictMath.log1p(-bitErrorRate));
      return errors.nextDouble() >= whole;
    }

    /** Loses all frames from now on, or none; those on the wire are lost either way. */
    void lose(boolean all) {
      if (losing != all) {
        losing = all;
        from.lostSilently(abandon());
        from.tracing().changed();
      }
    }

    /** Carrier has come or gone. */
    void cut() {
      from.cutOff(abandon());
    }

    /** Gives up what is on the wire: arrivals of earlier epochs do not count. */
    private long abandon() {
      epoch++;
      long abandoned = inFlight;
      inFlight = 0;
      return abandoned;
    }
  }
}
