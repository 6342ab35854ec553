package vdcsim.kernel.fluid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which resources a flow needs at once, and how much of each for one unit of its work. Equal
 * demands of one {@link Sharing} are one object.
 */
public final class Demand implements Comparable<Demand> {
  private final Resource[] resources;
  private final int[] numbers;
  private final double[] costs;
  private final List<Bundle> bundles = new ArrayList<>();

  Demand(List<Resource> resources, double[] costs) {
    this.resources = resources.toArray(Resource[]::new);
    this.numbers = resources.stream().mapToInt(Resource::number).toArray();
    this.costs = costs;
  }

  /** How many resources it needs. */
  public int size() {
    return resources.length;
  }

  /** The resource at a place, from 0. */
  public Resource resource(int place) {
    return resources[place];
  }

  int number(int place) {
    return numbers[place];
  }

  /** Units of the resource at a place for one unit of work. */
  public double cost(int place) {
    return costs[place];
  }

  /** The bundle with this cap for each unit of weight, if flows with it have been here. */
  Bundle bundle(double capEach, Sharing sharing) {
    for (Bundle bundle : bundles) {
      if (bundle.capEach() == capEach) {
        return bundle;
      }
    }
    Bundle made = new Bundle(sharing, this, capEach);
    bundles.add(made);
    return made;
  }

  /** An empty bundle with a cap is forgotten, since caps may be of any number. */
  void forget(Bundle bundle) {
    bundles.remove(bundle);
  }

  @Override
  public int compareTo(Demand other) {
    int size = Integer.compare(resources.length, other.resources.length);
    for (int i = 0; size == 0 && i < resources.length; i++) {
      size = Integer.compare(resources[i].number(), other.resources[i].number());
    }
    return size != 0 ? size : Arrays.compare(costs, other.costs);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(costs) + (resources.length == 0 ? 0 : resources[0].number());
  }
}
