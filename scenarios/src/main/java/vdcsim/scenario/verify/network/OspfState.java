package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.Ospf;
import vdcsim.network.ospf.OspfTables;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.spf.Hop;
import vdcsim.network.ospf.spf.OspfRoute;
import vdcsim.network.ospf.spf.PathType;
import vdcsim.network.ospf.spf.RouterRoute;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What OSPF on a router shows: its routes, its neighbours, its interfaces. */
final class OspfState implements RouterPart {
  private static final List<String> ROUTE_FIELDS =
      List.of("type", "cost", "area", "type2_cost", "tag", "router_type");
  private static final List<String> NEIGHBOUR_FIELDS = List.of("node", "address", "state");
  private static final List<String> INTERFACE_FIELDS =
      List.of("area", "cost", "network_type", "state", "dr", "bdr", "hello_ms", "dead_s", "wait_s");

  /** A next hop as a case writes it; over a virtual link nothing is said. */
  private record NextHop(String dev, String via) {
    private static final Comparator<NextHop> ORDER =
        Comparator.comparing(NextHop::dev).thenComparing(NextHop::via);
  }

  @Override
  public String field() {
    return "ospf";
  }

  @Override
  public void expected(Entries entries, String path, Fields recorded, RecordedRouters all)
      throws UnreadableCase, UnsupportedCase {
    if (recorded.has("routes")) {
      Fields routes = recorded.object("routes");
      for (String prefix : routes.names()) {
        route(entries, path + ".routes." + prefix, routes.object(prefix));
      }
    }
    for (Fields neighbour : recorded.objects("neighbors")) {
      String here =
          path + ".neighbors." + neighbour.text("dev") + "." + neighbour.text("router_id");
      addAll(entries, here, neighbour, NEIGHBOUR_FIELDS);
      neighbour.expectNoOther();
    }
    if (recorded.has("interfaces")) {
      Fields interfaces = recorded.object("interfaces");
      for (String name : interfaces.names()) {
        Fields one = interfaces.object(name);
        addAll(entries, path + ".interfaces." + name, one, INTERFACE_FIELDS);
        one.expectNoOther();
      }
    }
  }

  private static void addAll(Entries entries, String path, Fields fields, List<String> names)
      throws UnreadableCase {
    for (String name : names) {
      Optional<String> value = fields.optionalText(name);
      value.ifPresent(text -> entries.add(path + "." + name, text));
    }
  }

  private static void route(Entries entries, String path, Fields route)
      throws UnreadableCase, UnsupportedCase {
    addAll(entries, path, route, ROUTE_FIELDS);
    List<NextHop> hops = new ArrayList<>();
    for (Fields hop : route.objects("nexthops")) {
      hops.add(new NextHop(hop.optionalText("dev").orElse(""), hop.optionalText("via").orElse("")));
      hop.expectNoOther();
    }
    addHops(entries, path, hops);
    route.expectNoOther();
  }

  private static void addHops(Entries entries, String path, List<NextHop> hops) {
    List<NextHop> sorted = hops.stream().distinct().sorted(NextHop.ORDER).toList();
    for (int i = 0; i < sorted.size(); i++) {
      String here = path + ".nexthops[" + i + "]";
      entries.add(here + ".dev", sorted.get(i).dev());
      entries.add(here + ".via", sorted.get(i).via());
    }
  }

  @Override
  public void observed(Entries entries, String path, String router, NetworkRun run) {
    Optional<Ospf> found = run.world().find(router, Ospf.class);
    if (found.isEmpty()) {
      return;
    }
    OspfTables tables = found.get().tables();
    tables.routes().forEach(route -> add(entries, path + ".routes." + route.prefix(), route));
    // One entry a router: of several the last that it lists counts, as in what was recorded.
    Map<RouterId, RouterRoute> routers = new LinkedHashMap<>();
    tables.routers().forEach(route -> routers.put(route.router(), route));
    routers.forEach((id, route) -> add(entries, path + ".routes." + id, route));
    Map<RouterId, String> names = names(run);
    Map<Ipv4Address, String> owners = owners(run);
    for (OspfTables.NeighbourRow row : tables.neighbours()) {
      String here = path + ".neighbors." + row.interfaceName() + "." + row.router();
      entries.add(here + ".node", names.getOrDefault(row.router(), ""));
      entries.add(here + ".address", row.address().toString());
      entries.add(here + ".state", row.state());
    }
    for (OspfTables.InterfaceRow row : tables.interfaces()) {
      add(entries, path + ".interfaces." + row.name(), row, owners);
    }
  }

  private static Map<RouterId, String> names(NetworkRun run) {
    Map<RouterId, String> names = new LinkedHashMap<>();
    for (Device.Router router : run.network().all(Device.Router.class)) {
      run.world()
          .find(router.name(), Ospf.class)
          .ifPresent(ospf -> names.put(ospf.routerId(), router.name()));
    }
    return names;
  }

  private static Map<Ipv4Address, String> owners(NetworkRun run) {
    Map<Ipv4Address, String> owners = new LinkedHashMap<>();
    for (Cable.End end : run.network().ends()) {
      end.ip()
          .ifPresent(
              text ->
                  owners.put(vdcsim.network.ip.Ipv4Interface.parse(text).address(), end.node()));
    }
    return owners;
  }

  private static void add(Entries entries, String path, OspfRoute route) {
    entries.add(path + ".type", route.label());
    if (!route.isDiscard()) {
      entries.add(path + ".cost", String.valueOf(route.cost()));
    }
    if (route.type().isExternal()) {
      entries.add(path + ".tag", String.valueOf(route.tag()));
    } else if (!route.isDiscard()) {
      entries.add(path + ".area", route.area().toString());
    }
    if (route.type() == PathType.EXTERNAL_2) {
      entries.add(path + ".type2_cost", String.valueOf(route.type2Cost()));
    }
    addHops(entries, path, hops(route.hops()));
  }

  private static void add(Entries entries, String path, RouterRoute route) {
    entries.add(path + ".type", route.label());
    entries.add(path + ".cost", String.valueOf(route.cost()));
    entries.add(path + ".area", route.area().toString());
    entries.add(path + ".router_type", route.border() ? "abr" : "asbr");
    addHops(entries, path, hops(route.hops()));
  }

  private static List<NextHop> hops(List<Hop> hops) {
    return hops.stream()
        .map(
            hop ->
                hop.virtual()
                    ? new NextHop("", "")
                    : new NextHop(
                        hop.interfaceName(), hop.isAttached() ? "" : hop.gateway().toString()))
        .toList();
  }

  private static void add(
      Entries entries, String path, OspfTables.InterfaceRow row, Map<Ipv4Address, String> owners) {
    entries.add(path + ".area", row.area());
    entries.add(path + ".cost", String.valueOf(row.cost()));
    entries.add(path + ".network_type", row.network());
    entries.add(path + ".state", row.state());
    Optional.ofNullable(owners.get(row.designated()))
        .ifPresent(node -> entries.add(path + ".dr", node));
    Optional.ofNullable(owners.get(row.backup()))
        .ifPresent(node -> entries.add(path + ".bdr", node));
    entries.add(path + ".hello_ms", String.valueOf(row.helloSeconds() * 1000));
    entries.add(path + ".dead_s", String.valueOf(row.deadSeconds()));
    entries.add(path + ".wait_s", String.valueOf(row.deadSeconds()));
  }
}
