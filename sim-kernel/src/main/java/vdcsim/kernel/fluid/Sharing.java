package vdcsim.kernel.fluid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** Resources and the flows that share them, in one run. */
public final class Sharing implements EventHandler {
  /** Rates are found when everything else of an instant has been done. */
  private static final int LAST = Byte.MAX_VALUE;

  private final Simulation simulation;
  private final TreeMap<Demand, Demand> demands = new TreeMap<>();
  private final List<Resource> changedResources = new ArrayList<>();
  private final List<Bundle> changedBundles = new ArrayList<>();
  private final Filling filling = new Filling();
  private final Bundle nowhere;
  private int resources;
  private boolean due;
  private double agoNs;
  private long solutions;

  /** Nothing yet. */
  public Sharing(Simulation simulation) {
    this.simulation = simulation;
    this.nowhere = new Bundle(this, new Demand(List.of(), new double[0]), 0);
  }

  Simulation simulation() {
    return simulation;
  }

  /** The bundle of flows that take no part. */
  Bundle nowhere() {
    return nowhere;
  }

  /** A resource that can give so many units per second. */
  public Resource resource(String name, double capacity) {
    checkRate("a capacity", capacity);
    return new Resource(this, name, resources++, capacity);
  }

  /** What needs each of these resources as much as its own work. */
  public Demand demand(List<Resource> needed) {
    double[] costs = new double[needed.size()];
    Arrays.fill(costs, 1);
    return demand(needed, costs);
  }

  /**
   * What needs these resources, each once.
   *
   * @param costs units of each resource for one unit of work, more than zero
   */
  public Demand demand(List<Resource> needed, double[] costs) {
    for (int i = 0; i < costs.length; i++) {
      if (!(costs[i] > 0 && costs[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a cost must be more than zero, was " + costs[i]);
      }
      if (needed.subList(0, i).contains(needed.get(i))) {
        throw new IllegalArgumentException(needed.get(i) + " is needed twice; add the costs");
      }
    }
    Demand made = new Demand(needed, costs.clone());
    return demands.computeIfAbsent(made, d -> d);
  }

  /** A flow without a cap. */
  public Flow begin(Demand demand, long amount, double weight, FlowListener listener) {
    return begin(demand, amount, weight, Double.POSITIVE_INFINITY, listener);
  }

  /**
   * A flow that begins now.
   *
   * @param amount its work, or {@link Flow#ENDLESS}
   * @param weight its share against others, more than zero
   * @param cap units per second that it never exceeds
   */
  public Flow begin(Demand demand, long amount, double weight, double cap, FlowListener listener) {
    Flow flow = halted(amount, weight, cap, listener);
    flow.lead(demand);
    return flow;
  }

  /** A flow that takes no part until it is led somewhere. */
  public Flow halted(long amount, double weight, double cap, FlowListener listener) {
    if (amount < 0) {
      throw new IllegalArgumentException("work must not be negative, was " + amount);
    }
    check(weight, cap);
    return new Flow(this, nowhere.demand(), amount, weight, cap, listener);
  }

  static void check(double weight, double cap) {
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a weight must be more than zero, was " + weight);
    }
    if (!(cap > 0)) {
      throw new IllegalArgumentException("a cap must be more than zero, was " + cap);
    }
  }

  static void checkRate(String what, double rate) {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must not be negative, was " + rate);
    }
  }

  /** How many times rates were found. */
  public long solutions() {
    return solutions;
  }

  void touch(Resource resource) {
    changedResources.add(resource);
    settleLater(0);
  }

  /** Something changed in a bundle, less than a nanosecond ago. */
  void touch(Bundle bundle, double changedAgoNs) {
    changedBundles.add(bundle);
    settleLater(changedAgoNs);
  }

  private void settleLater(double changedAgoNs) {
    if (due) {
      agoNs = Math.min(agoNs, changedAgoNs);
    } else {
      due = true;
      agoNs = changedAgoNs;
      simulation.schedule(0, LAST, this, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  /** Finds the rates anew, wherever something changed. */
  @Override
  public void handle(int kind, long argument, Object reference) {
    due = false;
    solutions++;
    filling.clear();
    changedResources.forEach(filling::reach);
    changedBundles.forEach(filling::reach);
    changedResources.clear();
    changedBundles.clear();
    filling.solve();
    filling.apply(agoNs);
  }
}
