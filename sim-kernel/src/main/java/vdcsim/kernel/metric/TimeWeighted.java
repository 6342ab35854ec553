package vdcsim.kernel.metric;

import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** A level that holds until it changes, as a queue's length; its mean is weighted by time. */
public final class TimeWeighted implements Instrument {
  private final String owner;
  private final Kind kind;
  private long sinceNs;
  private long level;
  private double area;
  private long min;
  private long max;

  TimeWeighted(String owner, Kind kind) {
    this.owner = owner;
    this.kind = kind;
  }

  /** The level is {@code newLevel} from now on. */
  public void set(long newLevel) {
    long now = kind.nowNs();
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
  public void restart(long nowNs) {
    sinceNs = nowNs;
    area = 0;
    min = level;
    max = level;
  }

  @Override
  public Measurement read(long nowNs) {
    long startNs = kind.metrics().measuringSinceNs();
    double whole = area + (double) level * (nowNs - sinceNs);
    double mean = nowNs > startNs ? whole / (nowNs - startNs) : level;
    return new Measurement.Level(name(), unit(), mean, min, max, level);
  }
}
