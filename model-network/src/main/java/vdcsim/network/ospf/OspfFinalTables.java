package vdcsim.network.ospf;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.table.Tables;
import vdcsim.network.ospf.spf.Hop;
import vdcsim.network.ospf.spf.OspfRoute;
import vdcsim.network.ospf.spf.RouterRoute;

/** What OSPF shows when a run has ended: neighbours, interfaces, routes, databases. */
final class OspfFinalTables {
  private static final List<String> NEIGHBOURS =
      List.of("router", "interface", "neighbour", "address", "state");
  private static final List<String> INTERFACES =
      List.of("router", "interface", "area", "network", "cost", "state", "designated", "backup");
  private static final List<String> ROUTES =
      List.of("destination", "type", "area", "cost", "type 2 cost", "next hops");
  private static final List<String> DATABASE =
      List.of("area", "type", "link state ID", "advertising router", "sequence", "age", "bytes");

  private OspfFinalTables() {}

  static void offer(Ospf ospf, String router, Tables tables) {
    OspfTables shown = ospf.tables();
    tables.offer("ospf-neighbours", NEIGHBOURS, () -> neighbours(router, shown));
    tables.offer("ospf-interfaces", INTERFACES, () -> interfaces(router, shown));
    tables.offer("ospf-routes-" + router, ROUTES, () -> routes(shown));
    tables.offer("ospf-database-" + router, DATABASE, () -> database(shown));
  }

  private static List<List<String>> neighbours(String router, OspfTables shown) {
    return shown.neighbours().stream()
        .map(
            row ->
                List.of(
                    router,
                    row.interfaceName(),
                    row.router().toString(),
                    row.address().toString(),
                    row.state()))
        .toList();
  }

  private static List<List<String>> interfaces(String router, OspfTables shown) {
    return shown.interfaces().stream()
        .map(
            row ->
                List.of(
                    router,
                    row.name(),
                    row.area(),
                    row.network(),
                    String.valueOf(row.cost()),
                    row.state(),
                    row.designated().toString(),
                    row.backup().toString()))
        .toList();
  }

  private static List<List<String>> routes(OspfTables shown) {
    List<List<String>> rows = new ArrayList<>();
    for (OspfRoute route : shown.routes()) {
      rows.add(
          List.of(
              route.prefix().toString(),
              route.label(),
              route.area().toString(),
              String.valueOf(route.cost()),
              route.type2Cost() == 0 ? "" : String.valueOf(route.type2Cost()),
              hops(route.hops())));
    }
    for (RouterRoute route : shown.routers()) {
      rows.add(
          List.of(
              route.router().toString(),
              route.label(),
              route.area().toString(),
              String.valueOf(route.cost()),
              "",
              hops(route.hops())));
    }
    return rows;
  }

  private static String hops(List<Hop> hops) {
    return hops.stream()
        .map(hop -> (hop.isAttached() ? "" : hop.gateway() + " ") + hop.interfaceName())
        .distinct()
        .collect(joining(", "));
  }

  private static List<List<String>> database(OspfTables shown) {
    return shown.database().stream()
        .map(
            row ->
                List.of(
                    row.area(),
                    row.header().key().type().toString(),
                    row.header().key().linkStateId().toString(),
                    row.header().key().advertisingRouter().toString(),
                    String.format(java.util.Locale.ROOT, "%08x", row.header().sequence()),
                    String.valueOf(row.header().age()),
                    String.valueOf(row.header().length())))
        .toList();
  }
}
