package vdcsim.kernel.metric;

import java.util.function.LongSupplier;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** A level that holds until it changes, as a queue's length; its mean is weighted by time. */
public final class TimeWeighted implements Instrument {
  private final String owner;
  private final String what;
  private final Unit unit;
  private final LongSupplier clock;
  private long startNs;
  private long sinceNs;
  private long level;
  private double area;
  private long min;
  private long max;

  /** Its name in two parts, which are joined when somebody asks. */
  TimeWeighted(String owner, String what, Unit unit, LongSupplier clock) {
    this.owner = owner;
    this.what = what;
    this.unit = unit;
    this.clock = clock;
  }

  /** The level is {@code newLevel} from now on. */
  public void set(long newLevel) {
    long now = clock.getAsLong();
    area += (double) level * (now - sinceNs);
    sinceNs = now;
    level = newLevel;
    min = Math.min(min, newLevel);
    max = Math.max(max, newLevel);
  }

  /** The level is {@code change} higher from now on. */
  public void add(long change) {
    set(level + change);
  }

  /** The level now. */
  public long level() {
    return level;
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
  public void restart(long nowNs) {
    startNs = nowNs;
    sinceNs = nowNs;
    area = 0;
    min = level;
    max = level;
  }

  @Override
  public Measurement read(long nowNs) {
    double whole = area + (double) level * (nowNs - sinceNs);
    double mean = nowNs > startNs ? whole / (nowNs - startNs) : level;
    return new Measurement.Level(name(), unit, mean, min, max, level);
  }
}
