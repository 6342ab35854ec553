package vdcsim.kernel.metric;

import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** A count that only grows, as frames received; it restarts at zero when the warm-up ends. */
public final class Counter implements Instrument {
  private final String name;
  private final Unit unit;
  private long value;

  Counter(String name, Unit unit) {
    this.name = name;
    this.unit = unit;
  }

  /** Counts one. */
  public void increment() {
    value++;
  }

  /** Counts {@code amount}, which must not be negative. */
  public void add(long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(name + " cannot shrink, was given " + amount);
    }
    value = Math.addExact(value, amount);
  }

  /** The count since the end of the warm-up. */
  public long value() {
    return value;
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public void restart(long nowNs) {
    value = 0;
  }

  @Override
  public Measurement read(long nowNs) {
    return new Measurement.Scalar(name, unit, value);
  }
}
