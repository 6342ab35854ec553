package vdcsim.kernel.metric;

import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** A figure that is known once something has happened, as how long it took the last time. */
public final class Latest implements Instrument {
  private final String owner;
  private final String what;
  private final Unit unit;
  private double value = Double.NaN;

  /** Its name in two parts, which are joined when somebody asks. */
  Latest(String owner, String what, Unit unit) {
    this.owner = owner;
    this.what = what;
    this.unit = unit;
  }

  /** It is {@code newValue} from now on; until the first time it does not exist. */
  public void set(double newValue) {
    value = newValue;
  }

  @Override
  public String name() {
    return owner + what;
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public void restart(long nowNs) {}

  @Override
  public Measurement read(long nowNs) {
    return new Measurement.Scalar(name(), unit, value);
  }
}
