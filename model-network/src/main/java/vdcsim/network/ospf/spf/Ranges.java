package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.spf.AreaSettings.Range;

/**
 * The address ranges of a border router (RFC 2328, 12.4.3, C.2): which have members now. A range is
 * active if a route within its area falls into it, and would be announced to some other area.
 */
final class Ranges {
  private final List<Active> active = new ArrayList<>();

  /** A range with members. */
  private record Active(AreaId area, Range range) {}

  private Ranges() {}

  static Ranges of(RouterView view, RouteTable networks, Set<AreaId> transitAreas) {
    Ranges ranges = new Ranges();
    boolean any = view.areas().stream().anyMatch(area -> !area.settings().ranges().isEmpty());
    if (view.areaBorder() && any) {
      ranges.find(view, networks, transitAreas);
    }
    return ranges;
  }

  private void find(RouterView view, RouteTable networks, Set<AreaId> transitAreas) {
    Map<AreaId, Set<Ipv4Prefix>> found = new TreeMap<>();
    Targets targets = new Targets(view, transitAreas);
    for (OspfRoute route : networks.all()) {
      Optional<Range> range = match(view, route);
      if (range.isPresent() && targets.of(route).stream().anyMatch(targets::isSummarised)) {
        found.computeIfAbsent(route.area(), a -> new TreeSet<>()).add(range.get().prefix());
      }
    }
    for (AreaView area : view.areas()) {
      Set<Ipv4Prefix> members = found.getOrDefault(area.id(), Set.of());
      for (Range range : area.settings().ranges()) {
        if (members.contains(range.prefix())) {
          active.add(new Active(area.id(), range));
        }
      }
    }
  }

  /** The smallest range of its area that a route within the area falls into. */
  static Optional<Range> match(RouterView view, OspfRoute route) {
    if (route.type() != PathType.INTRA_AREA) {
      return Optional.empty();
    }
    Optional<Range> best = Optional.empty();
    Optional<AreaView> area = view.area(route.area());
    for (Range range : area.map(a -> a.settings().ranges()).orElse(List.of())) {
      boolean smaller = best.isEmpty() || range.prefix().length() > best.get().prefix().length();
      if (smaller && range.prefix().contains(route.prefix())) {
        best = Optional.of(range);
      }
    }
    return best;
  }

  /** Whether a network lies within an active range. */
  boolean isWithinActive(Ipv4Prefix prefix) {
    for (Active entry : active) {
      if (entry.range().prefix().contains(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the routes that throw away what no member of an announced range takes (12.4.3). */
  void discard(RouteTable networks) {
    for (Active entry : active) {
      Ipv4Prefix prefix = entry.range().prefix();
      boolean within =
          networks.find(prefix).filter(r -> r.type() == PathType.INTRA_AREA).isPresent();
      if (entry.range().advertise() && !within) {
        networks.put(OspfRoute.discard(prefix, entry.area()));
      }
    }
  }
}
