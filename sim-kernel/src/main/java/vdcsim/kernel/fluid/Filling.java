package vdcsim.kernel.fluid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Progressive filling of what can be reached from a change.
 *
 * <p>The level, the rate for each unit of weight, rises from zero. The next thing to happen is the
 * least of all caps and of all levels at which a resource is full. A resource fills no earlier when
 * other flows are held back elsewhere, so a heap with levels from the past needs a new look at its
 * first entry only.
 */
final class Filling {
  private final List<Resource> resources = new ArrayList<>();
  private final List<Bundle> bundles = new ArrayList<>();
  private final List<Bundle> capped = new ArrayList<>();
  private final LevelHeap full = new LevelHeap();
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
    }
  }

  void reach(Bundle bundle) {
    if (bundle.stamp != stamp) {
      bundle.stamp = stamp;
      bundles.add(bundle);
      for (int i = 0; i < bundle.demand().size(); i++) {
        reach(bundle.demand().resource(i));
      }
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
    open();
    while (isFullNext() || nextCapped < capped.size()) {
      boolean fills = !full.isEmpty() && full.firstLevel() < nextCap();
      if (fills) {
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

  /** Brings the resource that fills next to the top, with its level as of now, if there is one. */
  private boolean isFullNext() {
    while (!full.isEmpty()) {
      Resource first = resources.get(full.first());
      if (first.open == 0) {
        full.removeFirst();
      } else if (level(first) > full.firstLevel()) {
        full.raiseFirst(level(first));
      } else {
        return true;
      }
    }
    return false;
  }

  private void open() {
    for (int i = 0; i < resources.size(); i++) {
      Resource resource = resources.get(i);
      resource.left = resource.capacity();
      resource.openWeight = 0;
      resource.open = 0;
    }
    for (int i = 0; i < bundles.size(); i++) {
      open(bundles.get(i));
    }
    for (int i = 0; i < resources.size(); i++) {
      if (resources.get(i).open > 0) {
        full.add(level(resources.get(i)), i);
      }
    }
    capped.sort(Comparator.comparingDouble(Bundle::capEach));
  }

  private void open(Bundle bundle) {
    if (bundle.size() == 0) {
      bundle.fixed = true;
      return;
    }
    bundle.fixed = false;
    Demand demand = bundle.demand();
    for (int i = 0; i < demand.size(); i++) {
      demand.resource(i).openWeight += demand.cost(i) * bundle.weight();
      demand.resource(i).open++;
    }
    if (bundle.capEach() < Double.POSITIVE_INFINITY) {
      capped.add(bundle);
    }
  }

  private static double level(Resource resource) {
    return resource.left / resource.openWeight;
  }

  private void fill(Resource resource, double level) {
    List<Bundle> users = resource.bundles();
    for (int i = 0; i < users.size(); i++) {
      fix(users.get(i), level);
    }
  }

  private static void fix(Bundle bundle, double level) {
    if (bundle.fixed) {
      return;
    }
    bundle.fixed = true;
    bundle.newLevel = level;
    Demand demand = bundle.demand();
    for (int i = 0; i < demand.size(); i++) {
      Resource resource = demand.resource(i);
      double weight = demand.cost(i) * bundle.weight();
      resource.left = Math.max(0, resource.left - weight * level);
      resource.openWeight -= weight;
      resource.open--;
    }
  }

  /** Lets all go on with their new levels. */
  void apply(double agoNs) {
    for (int i = 0; i < bundles.size(); i++) {
      bundles.get(i).apply(agoNs);
    }
    for (int i = 0; i < resources.size(); i++) {
      Resource resource = resources.get(i);
      resource.loaded(resource.capacity() - resource.left);
    }
  }
}
