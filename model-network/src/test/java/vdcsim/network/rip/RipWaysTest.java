package vdcsim.network.rip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vdcsim.network.rip.RipLab.Sent;

/** Which ways routers choose, and what they do when ways are lost. */
class RipWaysTest {
  private static final String FAR = "10.9.0.0/24";

  private static RipSpec spec(boolean ecmp) {
    return RipLab.spec(Optional.empty(), SplitHorizon.ON, ecmp, Map.of());
  }

  /** r1 has the network 10.9.0.0/24, r2 and r3 stand between it and r4. */
  private static RipLab diamond(boolean ecmp) {
    RipLab lab = new RipLab();
    lab.router("r1", spec(ecmp), "10.9.0.1/24", "10.0.1.1/24", "10.0.2.1/24");
    lab.router("r2", spec(ecmp), "10.0.1.2/24", "10.0.3.1/24");
    lab.router("r3", spec(ecmp), "10.0.2.2/24", "10.0.4.1/24");
    lab.router("r4", spec(ecmp), "10.0.3.2/24", "10.0.4.2/24");
    lab.lan().hosts("h1");
    lab.lan().links("r1.p1 -- h1", "r1.p2 -- r2.p1", "r1.p3 -- r3.p1");
    lab.lan().links("r2.p2 -- r4.p1", "r3.p2 -- r4.p2");
    lab.lan().runUntil(30);
    return lab;
  }

  @Test
  void equalWaysAreAllUsedIfAllowed() {
    RipLab lab = diamond(true);
    assertThat(lab.ways("r4", FAR)).containsExactlyInAnyOrder("3 via 10.0.3.1", "3 via 10.0.4.1");
    assertThat(lab.route("r4", FAR).orElseThrow().nextHops()).hasSize(2);
    lab.lan().link("r3.p2 -- r4.p2").fail();
    lab.lan().runUntil(30.001);
    assertThat(lab.ways("r4", FAR)).containsExactly("3 via 10.0.3.1");
    assertThat(lab.route("r4", FAR).orElseThrow().nextHops()).hasSize(1);
  }

  @Test
  void withoutThatTheFirstOneStaysAndTheOtherStepsIn() {
    RipLab lab = diamond(false);
    String used = lab.ways("r4", FAR).get(0);
    assertThat(lab.ways("r4", FAR)).hasSize(1);
    lab.lan().link(used.endsWith("10.0.3.1") ? "r2.p2 -- r4.p1" : "r3.p2 -- r4.p2").fail();
    lab.lan().runUntil(37);
    assertThat(lab.ways("r4", FAR)).hasSize(1).doesNotContain(used);
    assertThat(lab.ways("r4", FAR).get(0)).startsWith("3 via");
  }

  @Test
  void oneThatLeadsEverywhereIsTheDefaultRoute() {
    RipLab lab = new RipLab();
    RipSpec leads =
        new RipSpec(
            Optional.empty(),
            Optional.of(RipLab.QUICK),
            SplitHorizon.ON,
            false,
            true,
            List.of(),
            Map.of(),
            List.of());
    lab.router("r1", leads, "10.0.1.1/24");
    lab.router("r2", spec(false), "10.0.1.2/24");
    lab.lan().links("r1.p1 -- r2.p1");
    lab.lan().runUntil(10);
    assertThat(lab.ways("r2", "0.0.0.0/0")).containsExactly("2 via 10.0.1.1");
    assertThat(lab.rip("r1").table().get(0).code()).isEqualTo("R(d)");
    assertThat(lab.route("r1", "0.0.0.0/0")).isEmpty();
  }

  /**
   * Two routers without split horizon: r2 does not hear that r1 lost the network, and tells r1 of
   * it in version 1, which names no next hop. Then they count up by twos, 2 and 3 to 16.
   */
  @Test
  void twoRoutersWithoutSplitHorizonCountToInfinityInVersionOne() {
    RipLab lab = new RipLab();
    lab.line(2, RipLab.spec(Optional.of(1), SplitHorizon.OFF, false, Map.of()));
    List<Sent> sent1 = lab.tap("r1.p2");
    List<Sent> sent2 = lab.tap("r2.p1");
    lab.lan().runUntil(30);
    lab.lan().link("r1.p2 -- r2.p1").failTowards("r2.p1");
    lab.lan().link("r1.p1 -- h1").fail();
    lab.lan().runUntil(40);
    assertThat(lab.ways("r1", FAR)).containsExactly("3 via 10.0.1.2");
    lab.lan().link("r1.p2 -- r2.p1").repair();
    lab.lan().runUntil(120);
    assertThat(metrics(sent1)).containsExactly(1L, 16L, 3L, 5L, 7L, 9L, 11L, 13L, 15L, 16L);
    assertThat(metrics(sent2)).containsExactly(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L);
    assertThat(lab.ways("r1", FAR)).isEmpty();
  }

  @Test
  void theNextHopOfVersionTwoKeepsTwoRoutersFromCounting() {
    RipLab lab = new RipLab();
    lab.line(2, RipLab.spec(SplitHorizon.OFF));
    lab.lan().runUntil(30);
    lab.lan().link("r1.p2 -- r2.p1").failTowards("r2.p1");
    lab.lan().link("r1.p1 -- h1").fail();
    lab.lan().runUntil(40);
    assertThat(lab.ways("r1", FAR)).isEmpty();
    assertThat(lab.lan().metric("r1.rip.entries-ignored")).isGreaterThan(0);
  }

  private static List<Long> metrics(List<Sent> sent) {
    List<Long> metrics = new ArrayList<>();
    for (Sent each : sent) {
      Optional<Long> metric = each.metricOf(FAR);
      if (metric.isPresent()
          && (metrics.isEmpty() || !metrics.get(metrics.size() - 1).equals(metric.get()))) {
        metrics.add(metric.get());
      }
    }
    return metrics;
  }

  @Test
  void metricsOfRandomGraphsAreTheirDistancesBeforeAndAfterAFailure() {
    SplittableRandom random = new SplittableRandom(20_261_124L);
    for (int round = 0; round < 20; round++) {
      int routers = 3 + random.nextInt(8);
      RandomGraph graph = new RandomGraph(routers, random);
      RipLab lab = graph.lab(round % 2 == 0, SplitHorizon.values()[round % 3]);
      lab.lan().runUntil(60);
      graph.check(lab);
      int broken = random.nextInt(graph.edges.size());
      lab.lan().link(graph.link(broken)).fail();
      graph.edges.set(broken, new int[0]);
      lab.lan().runUntil(300);
      graph.check(lab);
    }
  }

  /** A connected graph of routers, each with a loopback address. */
  private static final class RandomGraph {
    private final int routers;
    private final List<int[]> edges = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<List<String>> addresses = new ArrayList<>();

    RandomGraph(int routers, SplittableRandom random) {
      this.routers = routers;
      for (int i = 0; i < routers; i++) {
        addresses.add(new ArrayList<>());
        if (i > 0) {
          join(i, random.nextInt(i));
        }
      }
      for (int extra = random.nextInt(routers); extra > 0; extra--) {
        int a = random.nextInt(routers);
        int b = random.nextInt(routers);
        if (a != b) {
          join(a, b);
        }
      }
    }

    private void join(int a, int b) {
      String network = "10.0." + edges.size() + ".";
      addresses.get(a).add(network + "1/24");
      addresses.get(b).add(network + "2/24");
      links.add(
          "r%d.p%d -- r%d.p%d".formatted(a, addresses.get(a).size(), b, addresses.get(b).size()));
      edges.add(new int[] {a, b});
    }

    String link(int edge) {
      return links.get(edge);
    }

    RipLab lab(boolean ecmp, SplitHorizon splitHorizon) {
      RipLab lab = new RipLab();
      RipSpec spec = RipLab.spec(Optional.empty(), splitHorizon, ecmp, Map.of());
      for (int i = 0; i < routers; i++) {
        lab.router(
            "r" + i, List.of(loopback(i)), List.of(), addresses.get(i).toArray(String[]::new));
        lab.lan().connect(Rip.make("r" + i, spec, lab.lan().world()));
      }
      lab.lan().links(links.toArray(String[]::new));
      return lab;
    }

    private static String loopback(int router) {
      return "10.255.0." + router + "/32";
    }

    void check(RipLab lab) {
      for (int from = 0; from < routers; from++) {
        int[] hops = hops(from);
        for (int to = 0; to < routers; to++) {
          List<String> ways = lab.ways("r" + to, loopback(from));
          if (hops[to] < 0) {
            assertThat(ways).as("r%d to r%d", to, from).isEmpty();
          } else {
            String metric = (hops[to] + 1) + " via ";
            assertThat(ways).as("r%d to r%d", to, from).isNotEmpty();
            assertThat(ways).allMatch(way -> way.startsWith(metric));
          }
        }
      }
    }

    private int[] hops(int from) {
      int[] hops = new int[routers];
      Arrays.fill(hops, -1);
      hops[from] = 0;
      Deque<Integer> open = new ArrayDeque<>(List.of(from));
      while (!open.isEmpty()) {
        int at = open.remove();
        for (int[] edge : edges) {
          if (edge.length == 2 && (edge[0] == at || edge[1] == at)) {
            int next = edge[0] + edge[1] - at;
            if (hops[next] < 0) {
              hops[next] = hops[at] + 1;
              open.add(next);
            }
          }
        }
      }
      return hops;
    }
  }
}
