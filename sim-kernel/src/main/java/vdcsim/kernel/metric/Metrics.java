package vdcsim.kernel.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/**
 * The instruments of one run, by name.
 *
 * <p>A name is the component's, a dot, and what is measured, in the words of the field, as {@code
 * probe.round-trip-time}. Its unit stands beside it ({@link Unit}), never in it. A name is given
 * once; asking for it twice is an error in the model.
 */
public final class Metrics {
  private final LongSupplier clock;
  private final Registry instruments = new Registry();

  /** The last kind of each end of a name. */
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  private final List<Runnable> readers = new ArrayList<>();
  private long measuringSinceNs;

  /** Instruments that read the time from {@code clock}, in nanoseconds. */
  public Metrics(LongSupplier clock) {
    this.clock = clock;
  }

  /** A count that only grows. */
  public Counter counter(String name, Unit unit) {
    return add(name, new Counter(name, unit));
  }

  /** A distribution of whole, non-negative observations. */
  public Tally tally(String name, Unit unit) {
    return add(name, new Tally(name, unit));
  }

  /** A level that holds until it changes; it starts at zero. */
  public TimeWeighted timeWeighted(String name, Unit unit) {
    return timeWeighted(name, "", unit);
  }

  /**
   * A level whose name is {@code owner} and then {@code what}, as {@code .guests}. The two are only
   * joined when somebody asks, for things of which there are many.
   */
  public TimeWeighted timeWeighted(String owner, String what, Unit unit) {
    return add(owner + what, new TimeWeighted(owner, kind(what, unit)));
  }

  /** Values at instants. */
  public Series series(String name, Unit unit) {
    return add(name, new Series(name, unit, clock));
  }

  /** The states that something goes through. */
  public StateLog states(String name) {
    return states(name, "");
  }

  /** The states of something of which there are many; its name is joined when somebody asks. */
  public StateLog states(String owner, String what) {
    return add(owner + what, new StateLog(owner, kind(what, Unit.NONE)));
  }

  /**
   * A figure that is computed when the run ends, as a loss ratio from two counters.
   *
   * @param atEnd gives a finite number, or NaN where the figure does not exist (a ratio of nothing)
   */
  public void figure(String name, Unit unit, DoubleSupplier atEnd) {
    add(name, new Figure(name, unit, atEnd));
  }

  /** A figure that somebody tells; its name is joined as a level's is. */
  public Latest latest(String owner, String what, Unit unit) {
    return add(owner + what, new Latest(owner, kind(what, unit)));
  }

  /**
   * A figure that is computed when the run ends: a count for each second of measured time. It does
   * not exist when no time was measured.
   */
  public void rate(String name, Unit unit, DoubleSupplier count) {
    figure(name, unit, () -> perSecond(count.getAsDouble()));
  }

  /**
   * As {@link #rate}, of a total that grows from the beginning of the run and does not start anew
   * when the warm-up ends: what it grew by since then counts.
   */
  public void rateOfTotal(String name, Unit unit, DoubleSupplier total) {
    add(name, new TotalRate(name, unit, total));
  }

  private double perSecond(double count) {
    return measuredNs() == 0 ? Double.NaN : count * 1e9 / measuredNs();
  }

  /**
   * Runs {@code settle} before instruments are read and before the warm-up ends, so that a model
   * whose counts grow without events can bring them up to the present instant.
   */
  public void beforeReading(Runnable settle) {
    readers.add(settle);
  }

  /** The names of all instruments, sorted, with their units. */
  public Map<String, Unit> units() {
    Map<String, Unit> units = new TreeMap<>();
    instruments.byName().forEach((name, instrument) -> units.put(name, instrument.unit()));
    return units;
  }

  /** Whether there is an instrument of this name. */
  public boolean has(String name) {
    return instruments.holds(name);
  }

  /** Simulated time since the warm-up ended. */
  public long measuredNs() {
    return clock.getAsLong() - measuringSinceNs;
  }

  /** Ends the warm-up: counts, tallies and levels start anew, courses and states go on. */
  public void restart() {
    readers.forEach(Runnable::run);
    measuringSinceNs = clock.getAsLong();
    instruments.byName().values().forEach(instrument -> instrument.restart(measuringSinceNs));
  }

  /** What every instrument shows now, sorted by name; figures that do not exist are left out. */
  public List<Measurement> read() {
    readers.forEach(Runnable::run);
    List<Measurement> measurements = new ArrayList<>();
    for (Instrument instrument : instruments.byName().values()) {
      Measurement measurement = instrument.read(clock.getAsLong());
      if (!(measurement instanceof Measurement.Scalar scalar && Double.isNaN(scalar.value()))) {
        measurements.add(measurement);
      }
    }
    return measurements;
  }

  private Kind kind(String what, Unit unit) {
    Kind kind = kinds.get(what);
    if (kind == null || kind.unit() != unit) {
      kind = new Kind(what, unit, this, new Visit());
      kinds.put(what, kind);
    }
    return kind;
  }

  long nowNs() {
    return clock.getAsLong();
  }

  /** When the warm-up ended. */
  long measuringSinceNs() {
    return measuringSinceNs;
  }

  private <T extends Instrument> T add(String name, T instrument) {
    if (!instruments.add(name, instrument)) {
      throw new IllegalStateException("there are two metrics named '" + name + "'");
    }
    if (measuringSinceNs > 0) {
      instrument.restart(measuringSinceNs);
    }
    return instrument;
  }

  private record Figure(String name, Unit unit, DoubleSupplier atEnd) implements Instrument {
    @Override
    public void restart(long nowNs) {}

    @Override
    public Measurement read(long nowNs) {
      return new Measurement.Scalar(name, unit, atEnd.getAsDouble());
    }
  }

  private final class TotalRate implements Instrument {
    private final String name;
    private final Unit unit;
    private final DoubleSupplier total;
    private double before;

    TotalRate(String name, Unit unit, DoubleSupplier total) {
      this.name = name;
      this.unit = unit;
      this.total = total;
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
      before = total.getAsDouble();
    }

    @Override
    public Measurement read(long nowNs) {
      return new Measurement.Scalar(name, unit, perSecond(total.getAsDouble() - before));
    }
  }
}
