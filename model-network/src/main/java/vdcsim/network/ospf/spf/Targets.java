package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.network.ospf.lsa.AreaId;

/** Into which areas a border router announces a route (RFC 2328, 12.4.3). */
final class Targets {
  private final RouterView view;
  private final Set<AreaId> transitAreas;
  private final Map<AreaId, Set<String>> interfaceNames = new TreeMap<>();

  Targets(RouterView view, Set<AreaId> transitAreas) {
    this.view = view;
    this.transitAreas = transitAreas;
    for (AreaView area : view.areas()) {
      Set<String> names = new TreeSet<>();
      area.interfaces().forEach(own -> names.add(own.name()));
      interfaceNames.put(area.id(), names);
    }
  }

  /** The areas for a route to a network, whatever ranges say. */
  List<AreaView> of(OspfRoute route) {
    List<AreaView> targets = new ArrayList<>();
    if (!mayLeave(route.type(), route.area())) {
      return targets;
    }
    for (AreaView area : view.areas()) {
      boolean wanted = area.settings().externalRouting() || area.settings().summaries();
      if (wanted && mayEnter(area, route.type(), route.area(), route.hops())) {
        targets.add(area);
      }
    }
    return targets;
  }

  /** The areas for a route to a boundary router: none that knows nothing of the outside. */
  List<AreaView> of(RouterRoute route) {
    List<AreaView> targets = new ArrayList<>();
    boolean ofNssa =
        view.area(route.area())
            .filter(a -> a.settings().kind() == AreaSettings.Kind.NSSA)
            .isPresent();
    // RFC 3101, 2.3: what a boundary router of such an area imports is translated, not summarised.
    if (ofNssa || !mayLeave(route.type(), route.area())) {
      return targets;
    }
    for (AreaView area : view.areas()) {
      if (area.settings().externalRouting()
          && mayEnter(area, route.type(), route.area(), route.hops())) {
        targets.add(area);
      }
    }
    return targets;
  }

  /** Routes between areas are passed on only if they come over the backbone, and it is there. */
  private boolean mayLeave(PathType type, AreaId area) {
    return switch (type) {
      case INTRA_AREA -> true;
      case INTER_AREA -> area.isBackbone() && view.backboneConnected();
      case EXTERNAL_1, EXTERNAL_2 -> false;
    };
  }

  /** Split horizon: not into its own area, nor where its next hops are. */
  private boolean mayEnter(AreaView area, PathType type, AreaId from, List<Hop> hops) {
    return !area.id().equals(from)
        && !(type == PathType.INTER_AREA && area.id().isBackbone())
        && hops.stream().noneMatch(hop -> isIn(hop, area));
  }

  private boolean isIn(Hop hop, AreaView area) {
    return hop.virtual()
        ? area.id().isBackbone()
        : interfaceNames.get(area.id()).contains(hop.interfaceName());
  }

  /** Whether ranges hold for what is announced into an area; a transit area learns the members. */
  boolean isSummarised(AreaView area) {
    return !transitAreas.contains(area.id());
  }

  /** Whether the summary of a range of an area is announced into another. */
  boolean learnsRange(AreaView area, AreaId of) {
    return !area.id().equals(of) && !(transitAreas.contains(area.id()) && of.isBackbone());
  }
}
