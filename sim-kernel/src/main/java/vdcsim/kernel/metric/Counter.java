package vdcsim.kernel.metric;

import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** A count that only grows, as frames received; its value starts at zero when the warm-up ends. */
public final class Counter implements Instrument {
  private final String name;
  private final Unit unit;
  private long total;
  private long warmUp;

  Counter(String name, Unit unit) {
    this.name = name;
    this.unit = unit;
  }

  /** Counts one. */
  public void increment() {
    total++;
  }

  /** Counts {@code amount}, which must not be negative. */
  public void add(long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(name + " cannot shrink, was given " + amount);
    }
    total = Math.addExact(total, amount);
  }

  /** The count since the end of the warm-up. */
  public long value() {
    return total - warmUp;
  }

  /** The count since the start of the run, the warm-up included; for balances. */
  public long total() {
    return total;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public void restart(long nowNs) {
    warmUp = total;
  }

  @Override
  public Measurement read(long nowNs) {
    return new Measurement.Scalar(name, unit, value());
  }
}
