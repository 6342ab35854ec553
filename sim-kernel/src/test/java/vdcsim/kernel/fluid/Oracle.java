package vdcsim.kernel.fluid;

import java.util.ArrayList;
import java.util.List;

/** Progressive filling as the textbook has it: all flows, all resources, one step a round. */
final class Oracle {
  private Oracle() {}

  /** A flow of a random world. */
  record Wanted(List<Integer> over, double cost, double weight, double cap) {}

  static double[] rates(double[] capacities, List<Wanted> flows) {
    double[] rates = new double[flows.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      open.add(i);
    }
    double level = 0;
    while (!open.isEmpty()) {
      level = nextLevel(capacities, flows, rates, open);
      List<Integer> held = new ArrayList<>();
      for (int i : open) {
        if (isHeld(capacities, flows, rates, open, flows.get(i), level)) {
          held.add(i);
        }
      }
      for (int i : held) {
        rates[i] = level * flows.get(i).weight();
      }
      open.removeAll(held);
    }
    return rates;
  }

  private static double nextLevel(
      double[] capacities, List<Wanted> flows, double[] rates, List<Integer> open) {
    double level = Double.POSITIVE_INFINITY;
    for (int i : open) {
      level = Math.min(level, flows.get(i).cap() / flows.get(i).weight());
      for (int resource : flows.get(i).over()) {
        level = Math.min(level, fullAt(resource, capacities, flows, rates, open));
      }
    }
    return level;
  }

  private static boolean isHeld(
      double[] capacities,
      List<Wanted> flows,
      double[] rates,
      List<Integer> open,
      Wanted flow,
      double level) {
    double almost = level * (1 + 1e-12);
    return flow.cap() / flow.weight() <= almost
        || flow.over().stream().anyMatch(r -> fullAt(r, capacities, flows, rates, open) <= almost);
  }

  private static double fullAt(
      int resource, double[] capacities, List<Wanted> flows, double[] rates, List<Integer> open) {
    double left = capacities[resource];
    double weight = 0;
    for (int i = 0; i < flows.size(); i++) {
      if (flows.get(i).over().contains(resource)) {
        if (open.contains(i)) {
          weight += flows.get(i).cost() * flows.get(i).weight();
        } else {
          left -= flows.get(i).cost() * rates[i];
        }
      }
    }
    return Math.max(0, left) / weight;
  }
}
