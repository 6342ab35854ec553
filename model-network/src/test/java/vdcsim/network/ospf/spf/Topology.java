package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.ExternalLsa;
import vdcsim.network.ospf.lsa.LinkStateDatabase;
import vdcsim.network.ospf.lsa.Lsa;
import vdcsim.network.ospf.lsa.LsaBody;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.NetworkLsa;
import vdcsim.network.ospf.lsa.Options;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.RouterLink;
import vdcsim.network.ospf.lsa.RouterLsa;
import vdcsim.network.ospf.lsa.StoredLsa;

/**
 * A network of routers for tests: its routers write the LSAs that they would when all is settled.
 * Router n has the router ID 0.0.0.n; summaries are exchanged until none changes.
 */
final class Topology {
  private final Map<Integer, Map<AreaId, Member>> routers = new TreeMap<>();
  private final Map<AreaId, LinkStateDatabase> databases = new TreeMap<>();
  private final Map<AreaId, AreaSettings> settings = new TreeMap<>();
  private final LinkStateDatabase external = new LinkStateDatabase();
  private final List<Integer> boundaries = new ArrayList<>();

  /** What a router has in one area. */
  private static final class Member {
    private final List<RouterLink> links = new ArrayList<>();
    private final List<OwnInterface> interfaces = new ArrayList<>();
    private final List<RouterId> virtualLinks = new ArrayList<>();
  }

  static RouterId id(int router) {
    return new RouterId(router);
  }

  static AreaId area(int number) {
    return new AreaId(number);
  }

  private Member member(int router, int area) {
    databases.computeIfAbsent(area(area), a -> new LinkStateDatabase());
    return routers
        .computeIfAbsent(router, r -> new TreeMap<>())
        .computeIfAbsent(area(area), a -> new Member());
  }

  void settings(int area, AreaSettings of) {
    settings.put(area(area), of);
  }

  /** A numbered line: the first router has the first address; interfaces are named by address. */
  void line(int area, int a, int b, String network, int costA, int costB) {
    Ipv4Prefix prefix = Ipv4Prefix.parse(network);
    end(area, a, b, prefix, 1, costA);
    end(area, b, a, prefix, 2, costB);
  }

  private void end(int area, int own, int peer, Ipv4Prefix prefix, int host, int cost) {
    Ipv4Address address = new Ipv4Address(prefix.bits() + host);
    Member member = member(own, area);
    member.links.add(RouterLink.pointToPoint(id(peer), address, cost));
    member.links.add(RouterLink.stub(prefix, cost));
    attach(member, address, prefix.length());
  }

  private static void attach(Member member, Ipv4Address address, int length) {
    Ipv4Interface own = new Ipv4Interface(address, length);
    member.interfaces.add(OwnInterface.of(address.toString(), own));
  }

  /** A broadcast network; router n has address .n; the first is designated. Costs by router. */
  void lan(int area, String network, Map<Integer, Integer> costs) {
    Ipv4Prefix prefix = Ipv4Prefix.parse(network);
    List<RouterId> attached = new ArrayList<>();
    int designated = costs.keySet().iterator().next();
    Ipv4Address of = new Ipv4Address(prefix.bits() + designated);
    costs.forEach(
        (router, cost) -> {
          Ipv4Address own = new Ipv4Address(prefix.bits() + router);
          member(router, area).links.add(RouterLink.transit(of, own, cost));
          attach(member(router, area), own, prefix.length());
          attached.add(id(router));
        });
    NetworkLsa body = new NetworkLsa(prefix.length(), attached);
    install(area(area), new LsaKey(LsaType.NETWORK, of, id(designated)), Options.E, body);
  }

  static Map<Integer, Integer> costs(int... routersAndCosts) {
    Map<Integer, Integer> costs = new LinkedHashMap<>();
    for (int i = 0; i < routersAndCosts.length; i += 2) {
      costs.put(routersAndCosts[i], routersAndCosts[i + 1]);
    }
    return costs;
  }

  /** A network without other routers; the router has its first address. */
  void stub(int area, int router, String network, int cost) {
    Ipv4Prefix prefix = Ipv4Prefix.parse(network);
    member(router, area).links.add(RouterLink.stub(prefix, cost));
    int host = prefix.length() == 32 ? 0 : 1;
    attach(member(router, area), new Ipv4Address(prefix.bits() + host), prefix.length());
  }

  /** A virtual link through an area. */
  void virtual(int area, int a, int b) {
    member(a, area).virtualLinks.add(id(b));
    member(b, area).virtualLinks.add(id(a));
    member(a, 0);
    member(b, 0);
  }

  /** An external network of a router, in a type 5 LSA. */
  void external(int router, String network, boolean type2, int metric, String forwarding) {
    boundaries.add(router);
    Ipv4Prefix prefix = Ipv4Prefix.parse(network);
    ExternalLsa body =
        new ExternalLsa(prefix.length(), type2, metric, Ipv4Address.parse(forwarding), 0);
    LsaKey key = new LsaKey(LsaType.AS_EXTERNAL, prefix.address(), id(router));
    external.install(new StoredLsa(new Lsa(key, Options.E, Lsa.INITIAL_SEQUENCE, body), 0, 0));
  }

  /** An external network of a router, in a type 7 LSA that asks to be translated. */
  void nssaExternal(int area, int router, String network, int metric, String forwarding) {
    boundaries.add(router);
    Ipv4Prefix prefix = Ipv4Prefix.parse(network);
    ExternalLsa body =
        new ExternalLsa(prefix.length(), true, metric, Ipv4Address.parse(forwarding), 0);
    LsaKey key = new LsaKey(LsaType.NSSA_EXTERNAL, prefix.address(), id(router));
    install(area(area), key, Options.NP, body);
  }

  void install(AreaId area, LsaKey key, int options, LsaBody body) {
    LinkStateDatabase database = databases.get(area);
    database.install(new StoredLsa(new Lsa(key, options, Lsa.INITIAL_SEQUENCE, body), 0, 0));
  }

  LinkStateDatabase database(int area) {
    return databases.get(area(area));
  }

  boolean isBorder(int router) {
    return routers.get(router).size() > 1 && routers.get(router).containsKey(AreaId.BACKBONE);
  }

  void writeAll() {
    routers.keySet().forEach(this::writeRouterLsas);
  }

  /** Writes all router LSAs, then summaries and translations until none changes. */
  Topology settled() {
    writeAll();
    for (int round = 0; round < 10; round++) {
      routers.keySet().forEach(this::writeVirtualLinks);
      routers.keySet().forEach(this::writeSummaries);
    }
    return this;
  }

  private void writeRouterLsas(int router) {
    routers
        .get(router)
        .forEach((area, member) -> writeRouterLsa(router, area, member, member.links));
  }

  private void writeRouterLsa(int router, AreaId area, Member member, List<RouterLink> links) {
    boolean translates = routers.get(router).keySet().stream().anyMatch(this::isNssa);
    boolean boundary = boundaries.contains(router) || (translates && isBorder(router));
    RouterLsa.Roles roles =
        new RouterLsa.Roles(!member.virtualLinks.isEmpty(), boundary, isBorder(router), false);
    install(area, LsaKey.router(id(router)), Options.E, new RouterLsa(roles, links));
  }

  private boolean isNssa(AreaId area) {
    return settings.getOrDefault(area, AreaSettings.NORMAL).kind() == AreaSettings.Kind.NSSA;
  }

  private void writeVirtualLinks(int router) {
    Member backbone = routers.get(router).get(AreaId.BACKBONE);
    if (backbone != null) {
      List<RouterLink> links = new ArrayList<>(backbone.links);
      for (VirtualLinkEnd end : InternalRoutes.of(view(router)).virtualLinks()) {
        links.add(RouterLink.virtual(end.peer(), end.own(), end.cost()));
      }
      writeRouterLsa(router, AreaId.BACKBONE, backbone, links);
    }
  }

  private void writeSummaries(int router) {
    RouterView view = view(router);
    Announcements.of(view, InternalRoutes.of(view))
        .forEach(
            (area, wanted) -> {
              withdraw(databases.get(area), id(router), wanted);
              wanted.forEach(entry -> install(area, entry.key(), Options.E, entry.body()));
            });
    Translations.of(view)
        .forEach(
            (prefix, body) -> {
              LsaKey key = new LsaKey(LsaType.AS_EXTERNAL, prefix.address(), id(router));
              Lsa lsa = new Lsa(key, Options.E, Lsa.INITIAL_SEQUENCE, body);
              external.install(new StoredLsa(lsa, 0, 0));
            });
  }

  private static void withdraw(
      LinkStateDatabase database, RouterId writer, List<Announcement> wanted) {
    List<LsaKey> keys = wanted.stream().map(Announcement::key).toList();
    for (LsaType type : List.of(LsaType.NETWORK_SUMMARY, LsaType.ASBR_SUMMARY)) {
      for (StoredLsa stored : database.all(type)) {
        if (stored.key().advertisingRouter().equals(writer) && !keys.contains(stored.key())) {
          database.remove(stored.key());
        }
      }
    }
  }

  /** What a router knows. */
  RouterView view(int router) {
    List<AreaView> areas = new ArrayList<>();
    routers
        .get(router)
        .forEach(
            (area, member) ->
                areas.add(
                    new AreaView(
                        area,
                        settings.getOrDefault(area, AreaSettings.NORMAL),
                        databases.get(area),
                        member.interfaces,
                        member.virtualLinks,
                        !member.virtualLinks.isEmpty())));
    return new RouterView(
        id(router), 0, isBorder(router), isBorder(router), false, areas, external);
  }

  InternalRoutes routes(int router) {
    return InternalRoutes.of(view(router));
  }

  RouteTable externalRoutes(int router) {
    return ExternalRoutes.of(view(router), routes(router));
  }

  /** A route as text: type, cost, next hops (gateway or interface, v for a virtual one). */
  String route(int router, String network) {
    Ipv4Prefix prefix = Ipv4Prefix.parse(network);
    Optional<OspfRoute> found = routes(router).networks().find(prefix);
    return found.or(() -> externalRoutes(router).find(prefix)).map(Topology::text).orElse("none");
  }

  static String text(OspfRoute route) {
    StringBuilder text = new StringBuilder(route.label() + " " + route.cost());
    if (route.type() == PathType.EXTERNAL_2) {
      text.append("/").append(route.type2Cost());
    }
    route.hops().forEach(hop -> text.append(" ").append(text(hop)));
    return text.toString();
  }

  private static String text(Hop hop) {
    String to = hop.isAttached() ? "at " + hop.interfaceName() : hop.gateway().toString();
    return hop.virtual() ? "virtual " + to : to;
  }
}
