package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.RouterId;

/** Routes to border and boundary routers while they are calculated: one for each area, in order. */
final class RouterTable {
  private final TreeMap<RouterId, List<RouterRoute>> routes = new TreeMap<>();

  void add(RouterRoute route) {
    routes.computeIfAbsent(route.router(), r -> new ArrayList<>(1)).add(route);
  }

  void replace(RouterRoute old, RouterRoute route) {
    List<RouterRoute> known = routes.get(route.router());
    known.set(known.indexOf(old), route);
  }

  /** The route to a router through an area. */
  Optional<RouterRoute> through(RouterId router, AreaId area) {
    for (RouterRoute route : routes.getOrDefault(router, List.of())) {
      if (route.area().equals(area)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  /** All, by router. */
  List<RouterRoute> all() {
    List<RouterRoute> all = new ArrayList<>();
    routes.values().forEach(all::addAll);
    return all;
  }
}
