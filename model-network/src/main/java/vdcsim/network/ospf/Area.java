package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.Options;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.spf.AreaSettings;

/** An area that a router is attached to (RFC 2328, 6). */
final class Area {
  private final AreaId id;
  private final AreaType type;
  private final AreaSettings settings;
  private final List<RouterId> virtualLinks;
  private final List<Ipv4Interface> loopbacks = new ArrayList<>();
  private final Scope scope = new Scope();
  private boolean routerLsaDue;

  Area(AreaId id, OspfAreaSpec spec) {
    this.id = id;
    this.type = spec.type();
    this.settings = settings(spec);
    this.virtualLinks = spec.virtualLinks().stream().map(RouterId::parse).toList();
  }

  private static AreaSettings settings(OspfAreaSpec spec) {
    AreaSettings.Kind kind =
        spec.type().isNssa()
            ? AreaSettings.Kind.NSSA
            : spec.type().isStub() ? AreaSettings.Kind.STUB : AreaSettings.Kind.NORMAL;
    return new AreaSettings(
        kind,
        spec.type().takesSummaries(),
        spec.defaultCost(),
        AreaSettings.Translator.CANDIDATE,
        spec.ranges().stream().map(Area::range).toList());
  }

  private static AreaSettings.Range range(AreaRangeSpec spec) {
    OptionalInt cost =
        spec.cost().isPresent() ? OptionalInt.of(spec.cost().get()) : OptionalInt.empty();
    return new AreaSettings.Range(Ipv4Prefix.parse(spec.prefix()), spec.advertise(), cost);
  }

  AreaId id() {
    return id;
  }

  AreaType type() {
    return type;
  }

  AreaSettings settings() {
    return settings;
  }

  /** The far ends of virtual links through this area. */
  List<RouterId> virtualLinks() {
    return virtualLinks;
  }

  /** Addresses of the router that the area hears of. */
  List<Ipv4Interface> loopbacks() {
    return loopbacks;
  }

  Scope scope() {
    return scope;
  }

  List<OspfInterface> interfaces() {
    return scope.interfaces();
  }

  /** The options in Hellos and LSAs (A.2). */
  int options() {
    return type.takesExternals() ? Options.E : type.isNssa() ? Options.NP : 0;
  }

  /** The options in an own LSA: of a not-so-stubby area none. */
  int lsaOptions() {
    return type.takesExternals() ? Options.E : 0;
  }

  /** Whether LSAs of a type are flooded in it (RFC 2328, 13, step 3; RFC 3101, 2.2). */
  boolean takes(LsaType lsaType) {
    return switch (lsaType) {
      case AS_EXTERNAL -> type.takesExternals();
      case NSSA_EXTERNAL -> type.isNssa();
      case ROUTER, NETWORK, NETWORK_SUMMARY, ASBR_SUMMARY -> true;
    };
  }

  /** Whether one of its interfaces is up, or an address of the router's own is in it. */
  boolean isActive() {
    return !loopbacks.isEmpty() || interfaces().stream().anyMatch(OspfInterface::isUp);
  }

  /** Notes that its router LSA must be written anew; returns whether that was known. */
  boolean markRouterLsa(boolean due) {
    boolean before = routerLsaDue;
    routerLsaDue = due;
    return before;
  }
}
