package vdcsim.kernel.fluid;

/** Some work that goes on at a rate that the sharing gives it. */
public final class Flow {
  /** The amount of a flow that never ends. */
  public static final long ENDLESS = Long.MAX_VALUE;

  private final Sharing sharing;
  private final long amount;
  private final FlowListener listener;
  private Demand demand;
  private double weight;
  private double cap;
  private boolean ended;

  /** What is left, while it belongs to no bundle. */
  private double left;

  // What follows belongs to its bundle.
  Bundle bundle;
  double finish;
  long turn;
  int place;

  Flow(
      Sharing sharing,
      Demand demand,
      long amount,
      double weight,
      double cap,
      FlowListener listener) {
    this.sharing = sharing;
    this.demand = demand;
    this.amount = amount;
    this.weight = weight;
    this.cap = cap;
    this.listener = listener;
    this.left = amount == ENDLESS ? Double.POSITIVE_INFINITY : amount;
    this.bundle = sharing.nowhere();
  }

  /** All of its work. */
  public long amount() {
    return amount;
  }

  /** What it weighs against others. */
  public double weight() {
    return weight;
  }

  /** Units per second that it never exceeds; infinite without a cap. */
  public double cap() {
    return cap;
  }

  /** What it needs. */
  public Demand demand() {
    return demand;
  }

  /** The work that is still to be done; infinite for an endless flow. */
  public double left() {
    return ended ? 0 : isRunning() ? bundle.left(this) : left;
  }

  /** Units per second, as of the last solution; zero while it is halted. */
  public double rate() {
    return isRunning() ? bundle.level() * weight : 0;
  }

  /** Whether it takes part. */
  public boolean isRunning() {
    return bundle != sharing.nowhere();
  }

  /** Whether all is done, or it was given up. */
  public boolean hasEnded() {
    return ended;
  }

  /** Takes no part until it is led on; its work so far stays done. */
  public void halt() {
    if (isRunning()) {
      left = bundle.left(this);
      bundle.remove(this);
    }
  }

  /** Goes on, or begins, over {@code newDemand}. */
  public void lead(Demand newDemand) {
    if (ended) {
      throw new IllegalStateException("a flow that has ended goes nowhere");
    } else if (newDemand.size() == 0 && cap == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("a flow without a resource needs a cap");
    }
    if (!isRunning() || !newDemand.equals(demand)) {
      halt();
      demand = newDemand;
      join();
    }
  }

  /** Weighs so much, and never exceeds so many units per second, from now on. */
  public void change(double newWeight, double newCap) {
    Sharing.check(newWeight, newCap);
    if (newWeight != weight || newCap != cap) {
      boolean running = isRunning();
      halt();
      weight = newWeight;
      cap = newCap;
      if (running) {
        join();
      }
    }
  }

  /** Gives the rest of its work up; its listener hears nothing. */
  public void giveUp() {
    double rest = left();
    halt();
    left = rest;
    ended = true;
  }

  private void join() {
    demand.bundle(cap / weight, sharing).add(this, left);
  }

  /** All is done. Called by its bundle. */
  void end() {
    ended = true;
    listener.ended(this);
  }
}
