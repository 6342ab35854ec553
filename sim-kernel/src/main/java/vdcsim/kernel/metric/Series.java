package vdcsim.kernel.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** Values at instants, as throughput by the second. It keeps the warm-up, so that one sees it. */
public final class Series implements Instrument {
  private final String name;
  private final Unit unit;
  private final LongSupplier clock;
  private final List<Long> timesNs = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  Series(String name, Unit unit, LongSupplier clock) {
    this.name = name;
    this.unit = unit;
    this.clock = clock;
  }

  /** The value is {@code value} at this instant. */
  public void record(double value) {
    timesNs.add(clock.getAsLong());
    values.add(value);
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
  public void restart(long nowNs) {}

  @Override
  public Measurement read(long nowNs) {
    return new Measurement.Course(name, unit, timesNs, values);
  }
}
