package vdcsim.kernel.fluid;

import java.util.Arrays;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** Flows with the same demand and the same cap for each unit of weight, on one virtual clock. */
final class Bundle implements EventHandler {
  private static final double SECONDS = 1e-9;

  /**
   * Where the clock is set back, long before a unit of work would be lost in its last digits; not
   * before as many flows have ended as must be told.
   */
  private static final double LATE = 0x1p40;

  /** An end that lies so little after a whole nanosecond is an error of rounding. */
  private static final double ROUNDING_NS = 1e-3;

  private static final double END_OF_TIME_NS = 0x1p62;

  private final Sharing sharing;
  private final Simulation simulation;
  private final Demand demand;
  private final double capEach;
  private final int[] places;
  private final FinishQueue flows = new FinishQueue();
  private double weight;

  /** Work a second for each unit of weight. */
  private double level;

  /** Work for each unit of weight that was done up to {@link #leadNs} before {@link #sinceNs}. */
  private double virtualTime;

  private long sinceNs;
  private double leadNs;
  private long completion = Simulation.NO_EVENT;
  private double completionLeadNs;
  private boolean headChanged;
  private long takenSinceShift;

  // What follows belongs to the solver, for the time of one solution.
  long stamp;
  boolean fixed;
  double newLevel;

  Bundle(Sharing sharing, Demand demand, double capEach) {
    this.sharing = sharing;
    this.simulation = sharing.simulation();
    this.demand = demand;
    this.capEach = capEach;
    this.places = new int[demand.size()];
  }

  Demand demand() {
    return demand;
  }

  double capEach() {
    return capEach;
  }

  double weight() {
    return weight;
  }

  double level() {
    return level;
  }

  int size() {
    return flows.size();
  }

  /** Its place at a resource is another one from now on. */
  void moved(Resource at, int place) {
    for (int i = 0; i < places.length; i++) {
      if (demand.resource(i) == at) {
        places[i] = place;
      }
    }
  }

  void add(Flow flow, double left) {
    if (flows.isEmpty()) {
      begin();
    } else {
      advance(0);
    }
    flow.bundle = this;
    flow.finish = virtualTime + left / flow.weight();
    flows.add(flow);
    weight += flow.weight();
    changed(0);
  }

  private void begin() {
    virtualTime = 0;
    weight = 0;
    level = 0;
    sinceNs = simulation.now();
    leadNs = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = demand.resource(i).add(this);
    }
  }

  void remove(Flow flow) {
    advance(0);
    take(flow);
    changed(0);
  }

  private void take(Flow flow) {
    flows.remove(flow);
    takenSinceShift++;
    flow.bundle = sharing.nowhere();
    weight -= flow.weight();
    if (flows.isEmpty()) {
      close();
    }
  }

  private void close() {
    simulation.cancel(completion);
    weight = 0;
    level = 0;
    for (int i = 0; i < places.length; i++) {
      demand.resource(i).remove(places[i]);
    }
    if (capEach < Double.POSITIVE_INFINITY) {
      demand.forget(this);
    }
  }

  private void changed(double ago) {
    headChanged = true;
    sharing.touch(this, ago);
  }

  /** What is left of a flow's work now. */
  double left(Flow flow) {
    double done = virtualTime + level * (elapsedNs(0) * SECONDS);
    return Math.max(0, (flow.finish - done) * flow.weight());
  }

  private double elapsedNs(double agoNs) {
    return (simulation.now() - sinceNs) + leadNs - agoNs;
  }

  /** Brings the clock to the present instant, or to less than a nanosecond before it. */
  private void advance(double agoNs) {
    double ago = sinceNs == simulation.now() ? Math.min(agoNs, leadNs) : agoNs;
    virtualTime += level * (elapsedNs(ago) * SECONDS);
    sinceNs = simulation.now();
    leadNs = ago;
    if (virtualTime > LATE && takenSinceShift > flows.size()) {
      flows.shift(virtualTime);
      virtualTime = 0;
      takenSinceShift = 0;
    }
  }

  /** Goes on as the solution has it, from {@code agoNs} before the present instant on. */
  void apply(double agoNs) {
    if (flows.isEmpty() || (newLevel == level && !headChanged)) {
      return;
    }
    headChanged = false;
    advance(agoNs);
    level = newLevel;
    expect();
  }

  private void expect() {
    double ns = (flows.first().finish - virtualTime) / level / SECONDS - leadNs;
    if (level == 0 || ns > END_OF_TIME_NS) {
      simulation.cancel(completion);
      return;
    }
    long delayNs = (long) Math.max(0, Math.ceil(ns - ROUNDING_NS));
    completionLeadNs = Math.min(1, Math.max(0, delayNs - ns));
    if (!simulation.reschedule(completion, delayNs)) {
      completion = simulation.schedule(delayNs, this, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  /** The first flow has ended, and all that end with it. */
  @Override
  public void handle(int kind, long argument, Object reference) {
    virtualTime = flows.first().finish;
    sinceNs = simulation.now();
    leadNs = completionLeadNs;
    Flow[] ended = new Flow[2];
    int count = 0;
    while (!flows.isEmpty() && flows.first().finish <= virtualTime) {
      if (count == ended.length) {
        ended = Arrays.copyOf(ended, 2 * count);
      }
      ended[count++] = flows.first();
      take(flows.first());
    }
    changed(completionLeadNs);
    for (int i = 0; i < count; i++) {
      ended[i].end();
    }
  }
}
