package vdcsim.network.fabric;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A k-ary fat tree (Al-Fares et al. 2008, 3). The hosts of edge e in pod p, from 0, are in
 * N.p.e.0/24. Upward each router has a default route over all routers above; downward aggregation
 * routers have a route for each edge, cores one for each pod.
 */
public final class FatTree {
  private final Site site;
  private final DataRate rate;
  private final int k;
  private final int half;

  private FatTree(FatTreeSpec spec) {
    this.site = new Site(spec.prefix(), spec.octet(), spec.mtu(), spec.delay());
    this.rate = spec.rate();
    this.k = spec.k();
    this.half = spec.k() / 2;
  }

  /** Makes the hosts, routers and cables of a fat tree, and adds them to the world. */
  public static Wiring make(String name, FatTreeSpec spec, World world) {
    FatTree tree = new FatTree(spec);
    for (int pod = 0; pod < tree.k; pod++) {
      tree.pod(pod);
    }
    return tree.site.make(name, world);
  }

  private String edge(int pod, int edge) {
    return "edge" + (pod * half + edge + 1);
  }

  private String aggregation(int pod, int place) {
    return "agg" + (pod * half + place + 1);
  }

  private void pod(int pod) {
    for (int edge = 0; edge < half; edge++) {
      for (int host = 0; host < half; host++) {
        int number = (pod * half + edge) * half + host + 1;
        site.host(number, edge(pod, edge), host, pod, edge, rate);
      }
      joinAggregations(pod, edge);
    }
    for (int place = 0; place < half; place++) {
      joinCores(pod, place);
      site.discard(aggregation(pod, place), pods(pod));
    }
  }

  private void joinAggregations(int pod, int edge) {
    List<String> above = new ArrayList<>();
    for (int place = 0; place < half; place++) {
      List<String> ends =
          site.join(
              aggregation(pod, place),
              "down" + (edge + 1),
              edge(pod, edge),
              "up" + (place + 1),
              rate);
      above.add(ends.get(0));
      site.route(aggregation(pod, place), site.network(pod, edge), List.of(ends.get(1)));
    }
    site.route(edge(pod, edge), "0.0.0.0/0", above);
  }

  private void joinCores(int pod, int place) {
    List<String> above = new ArrayList<>();
    for (int i = 0; i < half; i++) {
      String core = "core" + (place * half + i + 1);
      List<String> ends =
          site.join(core, "pod" + (pod + 1), aggregation(pod, place), "up" + (i + 1), rate);
      above.add(ends.get(0));
      site.route(core, pods(pod), List.of(ends.get(1)));
    }
    site.route(aggregation(pod, place), "0.0.0.0/0", above);
  }

  /** All hosts of a pod. */
  private String pods(int pod) {
    return site.network(pod, 0).replace("/24", "/16");
  }
}
