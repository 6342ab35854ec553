package vdcsim.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.fluid.Demand;
import vdcsim.kernel.fluid.Flow;
import vdcsim.kernel.fluid.Resource;
import vdcsim.kernel.fluid.Sharing;
import vdcsim.kernel.random.RandomStream;

/**
 * What fluid sharing costs: flows over one link from beginning to end, and one solution over a fat
 * tree.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SharingBenchmark {
  static final int FLOWS = 1000;

  /** One operation is one flow of 1000 that share one link and end one after the other. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public long oneLink() {
    Simulation simulation = new Simulation(1, 0);
    Sharing sharing = new Sharing(simulation);
    Demand link = sharing.demand(List.of(sharing.resource("link", 125e6)));
    RandomStream sizes = simulation.random().stream("sizes");
    long[] ended = new long[1];
    for (int i = 0; i < FLOWS; i++) {
      sharing.begin(link, 1_000_000 + sizes.nextInt(1_000_000), 1, flow -> ended[0]++);
    }
    simulation.run(Long.MAX_VALUE / 2);
    return ended[0];
  }

  /**
   * Flows between hosts of a k-ary fat tree (Al-Fares 2008), each over one of the shortest ways.
   */
  @State(Scope.Thread)
  public static class FatTree {
    @Param({"16"})
    int k;

    @Param({"10000"})
    int flows;

    /** Whether the ends of a flow are in one pod. */
    @Param({"false", "true"})
    boolean local;

    private final Simulation simulation = new Simulation(1, 0);
    private final Sharing sharing = new Sharing(simulation);
    private final List<Resource> links = new ArrayList<>();
    private final List<Flow> running = new ArrayList<>();
    private RandomStream random;
    private int half;
    private int next;

    @Setup
    public void build() {
      random = simulation.random().stream("flows");
      half = k / 2;
      int hosts = k * half * half;
      // Up and down: at each host, between edge and aggregation, between aggregation and core.
      for (int i = 0; i < 6 * hosts; i++) {
        links.add(sharing.resource("l" + i, 1.25e9));
      }
      for (int i = 0; i < flows; i++) {
        int from = random.nextInt(hosts);
        running.add(sharing.begin(way(from, other(from, hosts)), Flow.ENDLESS, 1, f -> {}));
      }
      simulation.run(simulation.now());
    }

    private int other(int from, int hosts) {
      int pod = half * half;
      int to = local ? from / pod * pod + random.nextInt(pod) : random.nextInt(hosts);
      return to == from ? other(from, hosts) : to;
    }

    private Demand way(int from, int to) {
      int hosts = k * half * half;
      List<Resource> way = new ArrayList<>();
      way.add(links.get(from));
      int up = random.nextInt(half);
      int over = random.nextInt(half);
      if (from / half != to / half) {
        way.add(links.get(2 * hosts + from / half * half + up));
        if (from / (half * half) != to / (half * half)) {
          way.add(links.get(4 * hosts + from / (half * half) * half * half + up * half + over));
          way.add(links.get(5 * hosts + to / (half * half) * half * half + up * half + over));
        }
        way.add(links.get(3 * hosts + to / half * half + up));
      }
      way.add(links.get(hosts + to));
      return sharing.demand(way);
    }
  }

  /**
   * One operation is a flow that changes its weight, and the new rates of all that this reaches.
   */
  @Benchmark
  public double change(FatTree tree) {
    Flow flow = tree.running.get(tree.next++ % tree.running.size());
    flow.change(3 - flow.weight(), Double.POSITIVE_INFINITY);
    tree.simulation.run(tree.simulation.now());
    return flow.rate();
  }
}
