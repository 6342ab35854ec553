package vdcsim.network.ospf.spf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.RouterLink;

/**
 * The shortest path tree of an area, with all next hops of equally short paths (RFC 2328, 16.1,
 * first stage, and 16.1.1): Dijkstra's algorithm over {@link AreaGraph}.
 */
final class ShortestPaths {
  static final int UNREACHED = Integer.MAX_VALUE;

  private final AreaGraph graph;
  private final int root;
  private final List<OwnInterface> interfaces;
  private final Map<RouterId, Hop> virtualHops;
  private final int[] distance;
  private final boolean[] settled;
  private final int[] order;
  private int count;
  private final HopSets hops;

  private ShortestPaths(
      AreaGraph graph, int root, List<OwnInterface> interfaces, Map<RouterId, Hop> virtualHops) {
    this.graph = graph;
    this.root = root;
    this.interfaces = interfaces;
    this.virtualHops = virtualHops;
    distance = new int[graph.size()];
    Arrays.fill(distance, UNREACHED);
    settled = new boolean[graph.size()];
    order = new int[graph.size()];
    hops = new HopSets(graph.size(), mostHops());
  }

  /**
   * The tree of a router.
   *
   * @param virtualHops how the ways to the far ends of its virtual links begin; for the backbone
   */
  static ShortestPaths of(
      AreaGraph graph, int root, List<OwnInterface> interfaces, Map<RouterId, Hop> virtualHops) {
    ShortestPaths tree = new ShortestPaths(graph, root, interfaces, virtualHops);
    tree.grow();
    return tree;
  }

  /** As many next hops as there can be: one a link, and those behind attached networks. */
  private int mostHops() {
    int most = 0;
    for (int e = graph.edgesFrom(root); e < graph.edgesTo(root); e++) {
      int w = graph.target(e);
      most++;
      if (!graph.isRouter(w)) {
        for (int back = graph.edgesFrom(w); back < graph.edgesTo(w); back++) {
          most += graph.router(graph.target(back)).links().size();
        }
      }
    }
    return most;
  }

  private void grow() {
    Candidates candidates = new Candidates();
    distance[root] = 0;
    candidates.add(0, true, root);
    while (!candidates.isEmpty()) {
      long entry = candidates.take();
      int v = Candidates.vertex(entry);
      if (settled[v] || Candidates.distance(entry) != distance[v]) {
        continue;
      }
      settled[v] = true;
      order[count++] = v;
      for (int e = graph.edgesFrom(v); e < graph.edgesTo(v); e++) {
        relax(v, e, candidates);
      }
    }
  }

  private void relax(int v, int edge, Candidates candidates) {
    int w = graph.target(edge);
    int through = distance[v] + graph.cost(edge);
    if (settled[w] || through > distance[w]) {
      return;
    }
    hops.clearScratch();
    if (v == root) {
      hopsFromRoot(edge, w);
    } else {
      hopsThrough(v, w);
    }
    if (hops.scratchIsEmpty()) {
      return;
    }
    boolean equal = through == distance[w];
    hops.take(w, equal);
    if (!equal) {
      distance[w] = through;
      candidates.add(through, graph.isRouter(w), w);
    }
  }

  /** The destination is what a link of the root leads to. */
  private void hopsFromRoot(int edge, int w) {
    RouterLink link = graph.link(root, edge);
    Optional<Hop> hop =
        switch (link.kind()) {
          case TRANSIT -> own(link.data()).map(out -> Hop.attached(out.name()));
          case POINT_TO_POINT -> own(link.data()).flatMap(out -> across(out, w));
          case VIRTUAL -> Optional.ofNullable(virtualHops.get(new RouterId(link.id().bits())));
          case STUB -> Optional.empty();
        };
    hop.ifPresent(found -> hops.addToScratch(hops.number(found)));
  }

  private Optional<OwnInterface> own(Ipv4Address address) {
    for (OwnInterface candidate : interfaces) {
      if (candidate.address().address().equals(address)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * The router at the other end of a point-to-point link: its address is what its Hellos came from
   * (FRRouting), or the one in its LSA on the same network.
   */
  private Optional<Hop> across(OwnInterface out, int w) {
    RouterId peer = new RouterId(graph.id(w).bits());
    if (out.neighbour().isPresent() && out.neighbour().get().router().equals(peer)) {
      return Optional.of(Hop.via(out.name(), out.neighbour().get().address()));
    }
    for (RouterLink back : graph.router(w).links()) {
      if (back.kind() == RouterLink.Kind.POINT_TO_POINT
          && graph.vertex(back) == root
          && out.address().contains(back.data())) {
        return Optional.of(Hop.via(out.name(), back.data()));
      }
    }
    return Optional.empty();
  }

  /**
   * A router behind a network of the root is reached at its own address on that network; everything
   * else over the next hops of its parent.
   */
  private void hopsThrough(int v, int w) {
    if (!graph.isRouter(v)) {
      for (int number : hops.numbers(v)) {
        Hop hop = hops.hop(number);
        if (hop.isAttached()) {
          hopsOnNetwork(v, w, hop.interfaceName());
        }
      }
    }
    if (hops.scratchIsEmpty()) {
      hops.inheritToScratch(v);
    }
  }

  private void hopsOnNetwork(int network, int w, String interfaceName) {
    for (RouterLink back : graph.router(w).links()) {
      if (back.kind() == RouterLink.Kind.TRANSIT && graph.vertex(back) == network) {
        hops.addToScratch(hops.number(Hop.via(interfaceName, back.data())));
      }
    }
  }

  /** How many vertices are on the tree. */
  int count() {
    return count;
  }

  /** The vertices on the tree in the order in which they were added, the root first. */
  int vertex(int position) {
    return order[position];
  }

  boolean reaches(int v) {
    return settled[v];
  }

  int distance(int v) {
    return distance[v];
  }

  List<Hop> hops(int v) {
    return hops.of(v);
  }

  /**
   * The address of a router on the link back to its parent on the tree (16.1, step 4: the address
   * of a virtual neighbour).
   */
  Optional<Ipv4Address> addressTowardsRoot(int w) {
    for (RouterLink back : graph.router(w).links()) {
      int u = graph.vertex(back);
      if (u != IntIndex.ABSENT && reaches(u) && isParent(u, w)) {
        return Optional.of(back.data());
      }
    }
    return Optional.empty();
  }

  private boolean isParent(int u, int w) {
    for (int e = graph.edgesFrom(u); e < graph.edgesTo(u); e++) {
      if (graph.target(e) == w && distance[u] + graph.cost(e) == distance[w]) {
        return true;
      }
    }
    return false;
  }
}
