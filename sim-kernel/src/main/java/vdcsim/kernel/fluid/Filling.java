package vdcsim.kernel.fluid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Progressive filling of what can be reached from a change.
 *
 * <p>The level, the rate for each unit of weight, rises from zero. The next thing to happen is the
 * least of all caps and of all levels at which a resource is full. A resource fills no earlier when
 * other flows are held back elsewhere, so a heap with levels from the past needs a new look at its
 * first entry only.
 *
 * <p>What is known of a resource meanwhile stands side by side in one array: a flow that is held
 * back costs one cache line for each resource, not three (SharingBenchmark).
 */
final class Filling {
  private static final int STRIDE = 4;

  /** Offsets: capacity that is left, the weight of flows that are not held back, their bundles. */
  private static final int LEFT = 0;

  private static final int WEIGHT = 1;
  private static final int OPEN = 2;
  private static final int FIRST = 64;

  private final List<Resource> resources = new ArrayList<>();
  private final List<Bundle> bundles = new ArrayList<>();
  private final List<Bundle> capped = new ArrayList<>();
  private final LevelHeap full = new LevelHeap();
  private double[] state = new double[FIRST * STRIDE];
  private long stamp;
  private int nextCapped;

  /** Forgets the last component. */
  void clear() {
    stamp++;
    resources.clear();
    bundles.clear();
    capped.clear();
    full.clear();
    nextCapped = 0;
  }

  void reach(Resource resource) {
    if (resource.stamp != stamp) {
      resource.stamp = stamp;
      resources.add(resource);
      int at = resource.number() * STRIDE;
      if (at >= state.length) {
        state = Arrays.copyOf(state, Math.max(2 * state.length, at + STRIDE));
      }
      state[at + LEFT] = resource.capacity();
      state[at + WEIGHT] = 0;
      state[at + OPEN] = 0;
    }
  }

  void reach(Bundle bundle) {
    if (bundle.stamp == stamp) {
      return;
    }
    bundle.stamp = stamp;
    bundles.add(bundle);
    bundle.fixed = bundle.size() == 0;
    Demand demand = bundle.demand();
    double weight = bundle.weight();
    for (int i = 0; i < demand.size(); i++) {
      Resource resource = demand.resource(i);
      reach(resource);
      if (!bundle.fixed) {
        state[resource.number() * STRIDE + WEIGHT] += demand.cost(i) * weight;
        state[resource.number() * STRIDE + OPEN]++;
      }
    }
    if (!bundle.fixed && bundle.capEach() < Double.POSITIVE_INFINITY) {
      capped.add(bundle);
    }
  }

  /** Follows flows and resources until nothing new comes up; both lists grow meanwhile. */
  private void spread() {
    for (int i = 0; i < resources.size(); i++) {
      List<Bundle> users = resources.get(i).bundles();
      for (int j = 0; j < users.size(); j++) {
        reach(users.get(j));
      }
    }
  }

  /** Finds the level of every bundle in the component. */
  void solve() {
    spread();
    for (int i = 0; i < resources.size(); i++) {
      int at = resources.get(i).number() * STRIDE;
      if (state[at + OPEN] > 0) {
        full.add(level(at), i);
      }
    }
    capped.sort(Comparator.comparingDouble(Bundle::capEach));
    while (isFullNext() || nextCapped < capped.size()) {
      if (!full.isEmpty() && full.firstLevel() < nextCap()) {
        double level = full.firstLevel();
        Resource resource = resources.get(full.first());
        full.removeFirst();
        fill(resource, level);
      } else {
        fix(capped.get(nextCapped), nextCap());
        nextCapped++;
      }
    }
  }

  private double nextCap() {
    return nextCapped < capped.size() ? capped.get(nextCapped).capEach() : Double.POSITIVE_INFINITY;
  }

  private double level(int at) {
    return state[at + LEFT] / state[at + WEIGHT];
  }

  /** Brings the resource that fills next to the top, with its level as of now, if there is one. */
  private boolean isFullNext() {
    while (!full.isEmpty()) {
      int at = resources.get(full.first()).number() * STRIDE;
      if (state[at + OPEN] == 0) {
        full.removeFirst();
      } else if (level(at) > full.firstLevel()) {
        full.raiseFirst(level(at));
      } else {
        return true;
      }
    }
    return false;
  }

  private void fill(Resource resource, double level) {
    List<Bundle> users = resource.bundles();
    for (int i = 0; i < users.size(); i++) {
      fix(users.get(i), level);
    }
  }

  private void fix(Bundle bundle, double level) {
    if (bundle.fixed) {
      return;
    }
    bundle.fixed = true;
    bundle.newLevel = level;
    Demand demand = bundle.demand();
    for (int i = 0; i < demand.size(); i++) {
      int at = demand.number(i) * STRIDE;
      double weight = demand.cost(i) * bundle.weight();
      state[at + LEFT] = Math.max(0, state[at + LEFT] - weight * level);
      state[at + WEIGHT] -= weight;
      state[at + OPEN]--;
    }
  }

  /** Lets all go on with their new levels. */
  void apply(double agoNs) {
    for (int i = 0; i < bundles.size(); i++) {
      bundles.get(i).apply(agoNs);
    }
    for (int i = 0; i < resources.size(); i++) {
      Resource resource = resources.get(i);
      resource.loaded(resource.capacity() - state[resource.number() * STRIDE + LEFT]);
    }
  }
}
