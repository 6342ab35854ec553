package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vdcsim.kernel.Timer;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.spf.Announcement;
import vdcsim.network.ospf.spf.Announcements;
import vdcsim.network.ospf.spf.AreaView;
import vdcsim.network.ospf.spf.ExternalRoutes;
import vdcsim.network.ospf.spf.InternalRoutes;
import vdcsim.network.ospf.spf.OwnInterface;
import vdcsim.network.ospf.spf.RouteTable;
import vdcsim.network.ospf.spf.RouterView;
import vdcsim.network.stack.Stack;

/**
 * From the databases to routes (RFC 2328, 16), and what follows: routes in the routing table,
 * virtual links that come and go, summaries of a border router. Ways to the outside are computed
 * when an external LSA changes, and a second after the ways inside (FRRouting).
 */
final class Calculation {
  /** FRRouting, OSPF_ASE_CALC_INTERVAL. */
  private static final long EXTERNALS_LATER_NS = 1_000_000_000L;

  private static final Set<LsaType> SUMMARIES =
      Collections.unmodifiableSet(EnumSet.of(LsaType.NETWORK_SUMMARY, LsaType.ASBR_SUMMARY));

  private final Ospf ospf;
  private final RouteInstaller installer;
  private final SpfSchedule schedule;
  private final Timer externalsLater;
  private final Timer externalsNow;
  private InternalRoutes internal = InternalRoutes.none();
  private RouteTable external = ExternalRoutes.none();

  Calculation(Ospf ospf, SpfDelaySpec delay) {
    this.ospf = ospf;
    this.installer = new RouteInstaller(ospf.stack().routes());
    this.schedule = new SpfSchedule(ospf.simulation(), delay, this::calculate);
    this.externalsLater = new Timer(ospf.simulation(), this::calculateExternals);
    this.externalsNow = new Timer(ospf.simulation(), this::calculateExternals);
  }

  InternalRoutes internal() {
    return internal;
  }

  RouteTable external() {
    return external;
  }

  /** An LSA has changed, or what this router is. */
  void changed(LsaType type) {
    if (type != LsaType.AS_EXTERNAL && type != LsaType.NSSA_EXTERNAL) {
      schedule.request();
    } else if (!externalsNow.isRunning()) {
      externalsNow.start(0);
    }
  }

  /** Ways inside may be others. */
  void request() {
    schedule.request();
  }

  private void calculate() {
    ospf.log().spfRun();
    RouterView view = view();
    InternalRoutes before = internal;
    internal = InternalRoutes.of(view);
    installer.install(before.networks(), internal.networks(), external, external);
    ospf.leadVirtualLinks(internal.virtualLinks());
    announce(view);
    if (!externalsLater.isRunning()) {
      externalsLater.start(EXTERNALS_LATER_NS);
    }
  }

  private void announce(RouterView view) {
    Map<AreaId, List<Announcement>> all = Announcements.of(view, internal);
    for (Area area : ospf.areas()) {
      Map<LsaKey, Scope.Wanted> wanted = new TreeMap<>();
      for (Announcement announcement : all.getOrDefault(area.id(), List.of())) {
        wanted.put(announcement.key(), new Scope.Wanted(area.lsaOptions(), announcement.body()));
      }
      ospf.own().writeAll(area.scope(), SUMMARIES, wanted);
    }
  }

  private void calculateExternals() {
    RouterView view = view();
    RouteTable before = external;
    external = ExternalRoutes.of(view, internal);
    installer.install(internal.networks(), internal.networks(), before, external);
    if (ospf.areas().stream().anyMatch(area -> area.type().isNssa())) {
      ospf.externals().write(view);
    }
  }

  /** All that the router knows now. */
  RouterView view() {
    List<AreaView> areas = ospf.areas().stream().map(this::view).toList();
    return new RouterView(
        ospf.routerId(),
        ospf.simulation().now(),
        ospf.isAreaBorder(),
        ospf.isBackboneConnected(),
        /* rfc1583= */ false,
        areas,
        ospf.system().database());
  }

  private AreaView view(Area area) {
    List<OwnInterface> own = new ArrayList<>();
    for (OspfInterface over : area.interfaces()) {
      if (over.isUp() && !over.isVirtual()) {
        own.add(new OwnInterface(over.name(), over.address(), neighbour(over)));
      }
    }
    area.loopbacks().forEach(address -> own.add(OwnInterface.of(Stack.LOOPBACK, address)));
    return new AreaView(
        area.id(),
        area.settings(),
        area.scope().database(),
        own,
        area.virtualLinks(),
        ospf.hasFullVirtualLink(area));
  }

  private static Optional<OwnInterface.Neighbour> neighbour(OspfInterface over) {
    return over.isBroadcast()
        ? Optional.empty()
        : over.neighbours().stream()
            .filter(n -> n.state() == NeighbourState.FULL)
            .map(n -> new OwnInterface.Neighbour(n.router(), n.address()))
            .findFirst();
  }
}
