package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.LinkStateDatabase;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.NetworkLsa;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.RouterLink;
import vdcsim.network.ospf.lsa.RouterLsa;
import vdcsim.network.ospf.lsa.StoredLsa;

/**
 * The routers and transit networks of an area with the links between them, as arrays: vertices are
 * numbered, routers first; the edges of vertex v are those from {@code firstEdge[v]} to before
 * {@code firstEdge[v + 1]}. An edge is left out unless its far end has one back (RFC 2328, 16.1,
 * step 2b); so are LSAs at MaxAge. Takes time in proportion to the LSAs.
 */
final class AreaGraph {
  /** The place of an edge from a network, which is no link of a router. */
  private static final int NO_LINK = -1;

  private final List<RouterLsa> routers = new ArrayList<>();
  private final List<NetworkLsa> networks = new ArrayList<>();
  private final List<Ipv4Address> ids = new ArrayList<>();
  private final IntIndex routerIndex;
  private final IntIndex networkIndex;

  private int[] firstEdge;
  private int[] target = {};
  private int[] cost = {};
  private int[] link = {};

  private AreaGraph(int routerCount, int networkCount) {
    routerIndex = new IntIndex(routerCount);
    networkIndex = new IntIndex(networkCount);
    firstEdge = new int[] {0};
  }

  static AreaGraph of(LinkStateDatabase database, long nowNs) {
    List<StoredLsa> routerLsas = database.all(LsaType.ROUTER);
    List<StoredLsa> networkLsas = database.all(LsaType.NETWORK);
    AreaGraph graph = new AreaGraph(routerLsas.size(), networkLsas.size());
    for (StoredLsa stored : routerLsas) {
      graph.addRouter(stored, nowNs);
    }
    for (StoredLsa stored : networkLsas) {
      graph.addNetwork(stored, nowNs);
    }
    graph.connect();
    graph.keepMutual();
    return graph;
  }

  private void addRouter(StoredLsa stored, long nowNs) {
    Ipv4Address id = stored.key().linkStateId();
    boolean own = id.bits() == stored.key().advertisingRouter().bits();
    if (own && !stored.isMaxAge(nowNs) && routerIndex.putIfAbsent(id.bits(), ids.size())) {
      routers.add((RouterLsa) stored.lsa().body());
      ids.add(id);
    }
  }

  private void addNetwork(StoredLsa stored, long nowNs) {
    Ipv4Address id = stored.key().linkStateId();
    if (!stored.isMaxAge(nowNs) && networkIndex.putIfAbsent(id.bits(), ids.size())) {
      networks.add((NetworkLsa) stored.lsa().body());
      ids.add(id);
    }
  }

  /** Makes all edges whose far end has an LSA. */
  private void connect() {
    int most = 0;
    for (RouterLsa router : routers) {
      most += router.links().size();
    }
    for (NetworkLsa network : networks) {
      most += network.attached().size();
    }
    firstEdge = new int[size() + 1];
    target = new int[most];
    cost = new int[most];
    link = new int[most];
    int edges = 0;
    for (int v = 0; v < size(); v++) {
      firstEdge[v] = edges;
      edges = isRouter(v) ? connectRouter(v, edges) : connectNetwork(v, edges);
    }
    firstEdge[size()] = edges;
  }

  private int connectRouter(int v, int firstFree) {
    int edges = firstFree;
    List<RouterLink> links = router(v).links();
    for (int i = 0; i < links.size(); i++) {
      RouterLink to = links.get(i);
      int w = vertex(to);
      if (w != IntIndex.ABSENT) {
        target[edges] = w;
        cost[edges] = to.metric();
        link[edges++] = i;
      }
    }
    return edges;
  }

  private int connectNetwork(int v, int firstFree) {
    int edges = firstFree;
    for (RouterId attached : network(v).attached()) {
      int w = routerIndex.at(attached.bits());
      if (w != IntIndex.ABSENT) {
        target[edges] = w;
        cost[edges] = 0;
        link[edges++] = NO_LINK;
      }
    }
    return edges;
  }

  /**
   * Leaves out edges without one back. The edges are turned round once, so that a network with many
   * routers does not cost their number squared.
   */
  private void keepMutual() {
    int[] sources = new int[firstEdge[size()]];
    int[] firstSource = turnRound(sources);
    int[] hasEdgeTo = new int[size()];
    Arrays.fill(hasEdgeTo, -1);
    int kept = 0;
    for (int v = 0; v < size(); v++) {
      for (int i = firstSource[v]; i < firstSource[v + 1]; i++) {
        hasEdgeTo[sources[i]] = v;
      }
      int first = firstEdge[v];
      firstEdge[v] = kept;
      for (int e = first; e < firstEdge[v + 1]; e++) {
        if (hasEdgeTo[target[e]] == v) {
          target[kept] = target[e];
          cost[kept] = cost[e];
          link[kept++] = link[e];
        }
      }
    }
    firstEdge[size()] = kept;
  }

  /** Fills in, vertex by vertex, from where edges come; returns where each vertex begins. */
  private int[] turnRound(int[] sources) {
    int[] first = new int[size() + 2];
    for (int e = 0; e < firstEdge[size()]; e++) {
      first[target[e] + 2]++;
    }
    for (int v = 2; v < first.length; v++) {
      first[v] += first[v - 1];
    }
    for (int v = 0; v < size(); v++) {
      for (int e = firstEdge[v]; e < firstEdge[v + 1]; e++) {
        sources[first[target[e] + 1]++] = v;
      }
    }
    return first;
  }

  int size() {
    return ids.size();
  }

  boolean isRouter(int v) {
    return v < routers.size();
  }

  RouterLsa router(int v) {
    return routers.get(v);
  }

  NetworkLsa network(int v) {
    return networks.get(v - routers.size());
  }

  /** The link state ID of a vertex. */
  Ipv4Address id(int v) {
    return ids.get(v);
  }

  /** The vertex of a router, or {@link IntIndex#ABSENT}. */
  int vertex(RouterId router) {
    return routerIndex.at(router.bits());
  }

  /** The vertex that a link leads to, or {@link IntIndex#ABSENT}. */
  int vertex(RouterLink to) {
    return switch (to.kind()) {
      case POINT_TO_POINT, VIRTUAL -> routerIndex.at(to.id().bits());
      case TRANSIT -> networkIndex.at(to.id().bits());
      case STUB -> IntIndex.ABSENT;
    };
  }

  int edgesFrom(int v) {
    return firstEdge[v];
  }

  int edgesTo(int v) {
    return firstEdge[v + 1];
  }

  int target(int edge) {
    return target[edge];
  }

  int cost(int edge) {
    return cost[edge];
  }

  /** The link of router v that an edge comes from. */
  RouterLink link(int v, int edge) {
    return router(v).links().get(link[edge]);
  }
}
