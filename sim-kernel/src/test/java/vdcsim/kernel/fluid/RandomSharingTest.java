package vdcsim.kernel.fluid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.random.RandomStream;

/** Random worlds, with flows that come, go, turn, and change, against the textbook's filling. */
class RandomSharingTest {
  private static final int RESOURCES = 12;
  private static final int STEPS = 120;

  private final List<Flow> flows = new ArrayList<>();
  private final List<Oracle.Wanted> wanted = new ArrayList<>();
  private final double[] capacities = new double[RESOURCES];
  private final List<Resource> resources = new ArrayList<>();
  private final double[] carried = new double[RESOURCES];
  private final double[] since = new double[RESOURCES];
  private final double[] lastLoad = new double[RESOURCES];
  private final List<Double> before = new ArrayList<>();
  private double due;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void ratesAreThoseOfTheTextbookAfterEveryChange(int seed) {
    Simulation simulation = new Simulation(seed, 0);
    Sharing sharing = new Sharing(simulation);
    RandomStream random = simulation.random().stream("world");
    for (int i = 0; i < RESOURCES; i++) {
      capacities[i] = 1 + 100 * random.nextDouble();
      resources.add(sharing.resource("r" + i, capacities[i]));
      int at = i;
      resources.get(i).onLoad(load -> meter(at, simulation.now()));
    }
    for (int step = 0; step < STEPS; step++) {
      change(sharing, random);
      simulation.run(simulation.now() + random.nextInt(2_000_000_000));
      compare();
    }
    assertThat(flows.size()).isPositive();
    holdWork(simulation);
  }

  private void change(Sharing sharing, RandomStream random) {
    int what = random.nextInt(10);
    int which = flows.isEmpty() ? 0 : random.nextInt(flows.size());
    if (flows.isEmpty() || what < 5) {
      begin(sharing, random);
    } else if (what == 5) {
      Flow flow = flows.get(which);
      credit(which);
      flow.giveUp();
      drop(flow);
    } else if (what == 6) {
      int resource = random.nextInt(RESOURCES);
      capacities[resource] = 1 + 100 * random.nextDouble();
      resources.get(resource).change(capacities[resource]);
    } else if (what == 7) {
      Oracle.Wanted turned = any(random);
      credit(which);
      wanted.set(which, turned);
      flows.get(which).change(turned.weight(), turned.cap());
      flows.get(which).lead(demand(sharing, turned));
    } else {
      Oracle.Wanted old = wanted.get(which);
      Oracle.Wanted other = any(random);
      wanted.set(which, new Oracle.Wanted(old.over(), old.cost(), other.weight(), other.cap()));
      flows.get(which).change(other.weight(), other.cap());
    }
  }

  private void begin(Sharing sharing, RandomStream random) {
    Oracle.Wanted any = any(random);
    wanted.add(any);
    flows.add(
        sharing.begin(
            demand(sharing, any),
            1 + random.nextInt(300),
            any.weight(),
            any.cap(),
            ended -> {
              credit(flows.indexOf(ended));
              drop(ended);
            }));
    before.add((double) flows.get(flows.size() - 1).amount());
  }

  private void drop(Flow flow) {
    int index = flows.indexOf(flow);
    flows.remove(index);
    wanted.remove(index);
    before.remove(index);
  }

  private static Oracle.Wanted any(RandomStream random) {
    TreeSet<Integer> over = new TreeSet<>();
    int hops = 1 + random.nextInt(4);
    while (over.size() < hops) {
      over.add(random.nextInt(RESOURCES));
    }
    double cap = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : Double.POSITIVE_INFINITY;
    double weight = random.nextInt(3) == 0 ? 0.1 + random.nextDouble() * 9 : 1;
    return new Oracle.Wanted(List.copyOf(over), 1 + random.nextInt(3), weight, cap);
  }

  private Demand demand(Sharing sharing, Oracle.Wanted flow) {
    double[] costs = new double[flow.over().size()];
    java.util.Arrays.fill(costs, flow.cost());
    return sharing.demand(flow.over().stream().map(resources::get).toList(), costs);
  }

  private void compare() {
    double[] expected = Oracle.rates(capacities, wanted);
    for (int i = 0; i < expected.length; i++) {
      assertThat(flows.get(i).rate())
          .as("flow %d of %s", i, wanted)
          .isCloseTo(expected[i], within(1e-9 * expected[i]));
    }
    for (int r = 0; r < RESOURCES; r++) {
      assertThat(resources.get(r).load()).isLessThanOrEqualTo(capacities[r] * (1 + 1e-12));
    }
  }

  private void meter(int resource, long nowNs) {
    carried[resource] += lastLoad[resource] * (nowNs - since[resource]) * 1e-9;
    since[resource] = nowNs;
    lastLoad[resource] = resources.get(resource).load();
  }

  /** Notes what a flow has done over its present way: so much of each resource, by its cost. */
  private void credit(int index) {
    Flow flow = flows.get(index);
    Oracle.Wanted way = wanted.get(index);
    double work = before.get(index) - flow.left();
    due += work * way.cost() * way.over().size();
    before.set(index, flow.left());
  }

  /** What the resources gave is what the flows took of them. */
  private void holdWork(Simulation simulation) {
    double given = 0;
    for (int r = 0; r < RESOURCES; r++) {
      meter(r, simulation.now());
      given += carried[r];
    }
    for (int i = 0; i < flows.size(); i++) {
      credit(i);
    }
    assertThat(given).isPositive().isCloseTo(due, within(1e-9 * due));
  }
}
