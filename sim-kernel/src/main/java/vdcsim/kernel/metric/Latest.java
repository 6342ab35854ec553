package vdcsim.kernel.metric;

import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** A figure that is known once something has happened, as how long it took the last time. */
public final class Latest implements Instrument {
  private final String owner;
  private final Kind kind;
  private double value = Double.NaN;

  Latest(String owner, Kind kind) {
    this.owner = owner;
    this.kind = kind;
  }

  /** It is {@code newValue} from now on; until the first time it does not exist. */
  public void set(double newValue) {
    value = newValue;
  }

  @Override
  public String name() {
    return kind.nameOf(owner);
  }

  @Override
  public boolean isNamed(String name) {
    return kind.isNameOf(owner, name);
  }

  @Override
  public Unit unit() {
    return kind.unit();
  }

  @Override
  public void restart(long nowNs) {}

  @Override
  public Measurement read(long nowNs) {
    return new Measurement.Scalar(name(), unit(), value);
  }
}
