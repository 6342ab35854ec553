package vdcsim.scenario.verify.network;

import java.util.List;

/** How a scenario names the links of a case. */
final class CableNames {
  private CableNames() {}

  /** The links that a case's link is in a scenario: itself, or the cables of a shared segment. */
  static List<String> of(Network network, Cable cable) {
    if (cable.isSegment()) {
      return cable.ends().stream().map(end -> end(network, end) + " -- " + cable.id()).toList();
    }
    return List.of(end(network, cable.ends().get(0)) + " -- " + end(network, cable.ends().get(1)));
  }

  /** A hub's ports have no names of their own. */
  private static String end(Network network, Cable.End end) {
    return network.isHub(end.node()) ? end.node() : end.node() + "." + end.port();
  }
}
