package vdcsim.network.ospf;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.ExternalLsa;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.Options;
import vdcsim.network.ospf.spf.LinkStateIds;
import vdcsim.network.ospf.spf.RouterView;
import vdcsim.network.ospf.spf.Translations;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.RedistributeSpec;
import vdcsim.network.routing.RedistributeSpec.ExternalType;
import vdcsim.network.routing.Redistribution;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.routing.RoutingTable;

/**
 * What a router tells of networks outside (RFC 2328, 12.4.4; RFC 3101, 2.4): routes of other
 * sources, a default route, and what it translates from not-so-stubby areas.
 */
final class Externals {
  /** FRRouting, DEFAULT_DEFAULT_METRIC. */
  private static final long USUAL_METRIC = 20;

  private final Ospf ospf;
  private final OspfSpec spec;
  private final SortedMap<Ipv4Prefix, ExternalLsa> imported = new TreeMap<>();
  private boolean due;

  Externals(Ospf ospf, OspfSpec spec) {
    this.ospf = ospf;
    this.spec = spec;
  }

  /** Whether the router brings in anything at all (FRRouting: by its configuration). */
  boolean isConfigured() {
    return !spec.redistribute().isEmpty() || spec.defaultOriginate().isPresent();
  }

  /** Follows the routing table from now on. */
  void start(RoutingTable routes) {
    if (!spec.redistribute().isEmpty()) {
      Redistribution.start(routes, spec.redistribute(), new Importer());
    }
    spec.defaultOriginate().ifPresent(how -> startDefault(routes, how));
  }

  /** Notes routes that are taken over. */
  private final class Importer implements Redistribution.Listener {
    @Override
    public void taken(Ipv4Prefix prefix, Route route, RedistributeSpec how) {
      boolean isDefault = prefix.length() == 0;
      if (isDefault || isOwnNetwork(route)) {
        // A default route is brought in by default-originate alone, own networks not at all
        // (FRRouting, ospf_redistribute_check).
        dropped(prefix);
        return;
      }
      imported.put(
          prefix,
          external(
              prefix,
              how.type().orElse(ExternalType.E2),
              how.metric().orElse(USUAL_METRIC).intValue(),
              forwarding(route)));
      changed();
    }

    @Override
    public void dropped(Ipv4Prefix prefix) {
      if (prefix.length() > 0 && imported.remove(prefix) != null) {
        changed();
      }
    }
  }

  private boolean isOwnNetwork(Route route) {
    return route.source() == RouteSource.CONNECTED
        && ospf.interfaces().stream()
            .anyMatch(over -> over.address().network().equals(route.prefix()));
  }

  private static ExternalLsa external(
      Ipv4Prefix prefix, ExternalType type, int metric, Ipv4Address forwarding) {
    return new ExternalLsa(prefix.length(), type == ExternalType.E2, metric, forwarding, 0);
  }

  /** 12.4.4.1: a gateway in a network of OSPF's is told of, so that packets go there straight. */
  private Ipv4Address forwarding(Route route) {
    for (NextHop hop : route.nextHops()) {
      Optional<Ipv4Address> gateway = hop.gateway();
      boolean inside =
          gateway.isPresent()
              && ospf.interfaces().stream()
                  .anyMatch(
                      over ->
                          !over.isVirtual()
                              && over.isUp()
                              && over.address().contains(gateway.get()));
      if (inside) {
        return gateway.get();
      }
    }
    return ExternalLsa.TO_THE_WRITER;
  }

  private void startDefault(RoutingTable routes, DefaultOriginateSpec how) {
    if (how.always()) {
      addDefault(how);
      return;
    }
    routes
        .selected(Ipv4Prefix.ALL)
        .filter(route -> route.source() != RouteSource.OSPF)
        .ifPresent(route -> addDefault(how));
    routes.onChange(
        (prefix, before, after) -> {
          if (prefix.length() == 0) {
            if (after.filter(route -> route.source() != RouteSource.OSPF).isPresent()) {
              addDefault(how);
            } else if (imported.remove(prefix) != null) {
              changed();
            }
          }
        });
  }

  private void addDefault(DefaultOriginateSpec how) {
    imported.put(
        Ipv4Prefix.ALL,
        external(Ipv4Prefix.ALL, how.type(), how.metricOrUsual(), ExternalLsa.TO_THE_WRITER));
    changed();
  }

  /** Writes anew what has changed, at the end of the instant. */
  void changed() {
    if (!due) {
      due = true;
      ospf.simulation()
          .schedule(
              0,
              () -> {
                due = false;
                write(ospf.calculation().view());
              });
    }
  }

  /** Writes all that is to be told: type 5, and type 7 in not-so-stubby areas. */
  void write(RouterView view) {
    boolean anyNormal = ospf.areas().stream().anyMatch(area -> area.type().takesExternals());
    SortedMap<Ipv4Prefix, ExternalLsa> all = new TreeMap<>(Translations.of(view));
    all.putAll(imported);
    ospf.own()
        .writeAll(
            ospf.system(),
            Set.of(LsaType.AS_EXTERNAL),
            keyed(LsaType.AS_EXTERNAL, Options.E, anyNormal ? all : new TreeMap<>()));
    for (Area area : ospf.areas()) {
      if (area.type().isNssa()) {
        writeNssa(area);
      }
    }
  }

  private Map<LsaKey, Scope.Wanted> keyed(
      LsaType type, int options, SortedMap<Ipv4Prefix, ExternalLsa> bodies) {
    Map<Ipv4Prefix, Ipv4Address> ids = LinkStateIds.of(bodies.keySet());
    Map<LsaKey, Scope.Wanted> keyed = new TreeMap<>();
    bodies.forEach(
        (prefix, body) ->
            keyed.put(
                new LsaKey(type, ids.get(prefix), ospf.routerId()),
                new Scope.Wanted(options, body)));
    return keyed;
  }

  /** RFC 3101, 2.4: with an address of the area, so that border routers can translate it. */
  private void writeNssa(Area area) {
    Ipv4Address own = addressIn(area);
    SortedMap<Ipv4Prefix, ExternalLsa> bodies = new TreeMap<>();
    imported.forEach(
        (prefix, body) -> {
          if (prefix.length() > 0) {
            Ipv4Address to = body.hasForwardingAddress() ? body.forwardingAddress() : own;
            bodies.put(
                prefix,
                new ExternalLsa(body.prefixLength(), body.type2(), body.metric(), to, body.tag()));
          }
        });
    boolean translate = !ospf.isAreaBorder() && own.bits() != 0;
    ospf.own()
        .writeAll(
            area.scope(),
            Set.of(LsaType.NSSA_EXTERNAL),
            keyed(LsaType.NSSA_EXTERNAL, translate ? Options.NP : 0, bodies));
  }

  /** RFC 3101, 2.3: an address of no interface before one of an interface. */
  private static Ipv4Address addressIn(Area area) {
    return area.loopbacks().stream()
        .map(loopback -> loopback.address())
        .findFirst()
        .or(
            () ->
                area.interfaces().stream()
                    .filter(over -> over.isUp() && !over.isVirtual())
                    .map(OspfInterface::ownAddress)
                    .findFirst())
        .orElse(ExternalLsa.TO_THE_WRITER);
  }
}
