package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.Lsa;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.SummaryLsa;
import vdcsim.network.ospf.spf.AreaSettings.Range;

/**
 * The summaries that a border router announces into each of its areas (RFC 2328, 12.4.3): what it
 * has announced and does not find here, it flushes.
 */
public final class Announcements {
  private final RouterView view;
  private final InternalRoutes routes;
  private final Targets targets;
  private final Map<AreaId, Map<Ipv4Prefix, Integer>> networks = new TreeMap<>();
  private final Map<AreaId, Map<RouterId, Integer>> boundaries = new TreeMap<>();

  private Announcements(RouterView view, InternalRoutes routes) {
    this.view = view;
    this.routes = routes;
    targets = new Targets(view, routes.transitAreas());
    for (AreaView area : view.areas()) {
      networks.put(area.id(), new TreeMap<>());
      boundaries.put(area.id(), new TreeMap<>());
    }
  }

  /** For each area all type 3 and 4 LSAs that are to be announced into it now, by key. */
  public static Map<AreaId, List<Announcement>> of(RouterView view, InternalRoutes routes) {
    Announcements wanted = new Announcements(view, routes);
    if (view.areaBorder()) {
      wanted.networks();
      wanted.boundaries();
      wanted.defaults();
    }
    return wanted.all();
  }

  /** A range with members, and the largest cost of these. */
  private static final class Summary {
    private int cost;
  }

  private void networks() {
    Map<AreaId, Map<Ipv4Prefix, Summary>> summaries = new TreeMap<>();
    for (OspfRoute route : routes.networks().all()) {
      if (route.isDiscard() || route.cost() >= Lsa.INFINITY) {
        continue;
      }
      Optional<Range> range = Ranges.match(view, route);
      for (AreaView target : targets.of(route)) {
        if (range.isPresent() && targets.isSummarised(target)) {
          Summary summary =
              summaries
                  .computeIfAbsent(route.area(), a -> new TreeMap<>())
                  .computeIfAbsent(range.get().prefix(), p -> new Summary());
          summary.cost = Math.max(summary.cost, route.cost());
        } else {
          networks.get(target.id()).put(route.prefix(), route.cost());
        }
      }
    }
    for (AreaView area : view.areas()) {
      ranges(area, summaries.getOrDefault(area.id(), Map.of()));
    }
  }

  private void ranges(AreaView area, Map<Ipv4Prefix, Summary> summaries) {
    for (Range range : area.settings().ranges()) {
      if (!range.advertise() || !summaries.containsKey(range.prefix())) {
        continue;
      }
      int cost = range.cost().orElse(summaries.get(range.prefix()).cost);
      for (AreaView target : view.areas()) {
        if (targets.learnsRange(target, area.id())) {
          networks.get(target.id()).put(range.prefix(), cost);
        }
      }
    }
  }

  /** Of the ways to a boundary router only the preferred one is announced. */
  private void boundaries() {
    for (RouterRoute route : routes.routers()) {
      boolean preferred =
          route.boundary()
              && route.cost() < Lsa.INFINITY
              && routes.boundary(route.router(), view.rfc1583()).filter(route::equals).isPresent();
      if (preferred) {
        for (AreaView target : targets.of(route)) {
          boundaries.get(target.id()).put(route.router(), route.cost());
        }
      }
    }
  }

  private void defaults() {
    for (AreaView area : view.areas()) {
      if (!area.settings().externalRouting() && !area.id().isBackbone()) {
        networks.get(area.id()).put(Ipv4Prefix.ALL, area.settings().defaultCost());
      }
    }
  }

  private Map<AreaId, List<Announcement>> all() {
    Map<AreaId, List<Announcement>> all = new TreeMap<>();
    for (AreaView area : view.areas()) {
      List<Announcement> wanted = new ArrayList<>();
      Map<Ipv4Prefix, Integer> costs = networks.get(area.id());
      Map<Ipv4Prefix, Ipv4Address> ids = LinkStateIds.of(costs.keySet());
      costs.forEach(
          (prefix, cost) ->
              wanted.add(
                  new Announcement(
                      new LsaKey(LsaType.NETWORK_SUMMARY, ids.get(prefix), view.self()),
                      new SummaryLsa(prefix.length(), cost))));
      boundaries
          .get(area.id())
          .forEach(
              (router, cost) ->
                  wanted.add(
                      new Announcement(
                          new LsaKey(LsaType.ASBR_SUMMARY, router.address(), view.self()),
                          new SummaryLsa(0, cost))));
      all.put(area.id(), wanted);
    }
    return all;
  }
}
