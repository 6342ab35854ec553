package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.LsaHeader;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.StoredLsa;
import vdcsim.network.ospf.spf.OspfRoute;
import vdcsim.network.ospf.spf.RouterRoute;

/** What a router shows of OSPF at an instant, as FRRouting's {@code show ip ospf} does. */
public final class OspfTables {
  private final Ospf ospf;

  OspfTables(Ospf ospf) {
    this.ospf = ospf;
  }

  /**
   * A neighbour.
   *
   * @param state its state and its role, as {@code Full/DR}
   */
  public record NeighbourRow(
      RouterId router, Ipv4Address address, String interfaceName, String state) {}

  /**
   * An interface that is up.
   *
   * @param area as FRRouting writes it, with the area's type
   * @param network {@code BROADCAST}, {@code POINTOPOINT} or {@code VIRTUALLINK}
   * @param designated the address of the designated router; 0.0.0.0 without one
   */
  public record InterfaceRow(
      String name,
      String area,
      int cost,
      String network,
      String state,
      Ipv4Address designated,
      Ipv4Address backup,
      int helloSeconds,
      int deadSeconds) {}

  /** An LSA of an area, or of the whole system, which is written as area {@code -}. */
  public record DatabaseRow(String area, LsaHeader header) {}

  /** Its neighbours, by interface. */
  public List<NeighbourRow> neighbours() {
    List<NeighbourRow> rows = new ArrayList<>();
    for (OspfInterface over : ospf.interfaces()) {
      for (Neighbour neighbour : over.neighbours()) {
        String state = neighbour.state().label() + "/" + role(over, neighbour);
        rows.add(new NeighbourRow(neighbour.router(), neighbour.address(), over.name(), state));
      }
    }
    return rows;
  }

  private static String role(OspfInterface over, Neighbour neighbour) {
    if (over.settings().kind() == InterfaceSettings.Kind.POINT_TO_POINT) {
      return "-";
    }
    return neighbour.isDesignated() ? "DR" : neighbour.isBackup() ? "Backup" : "DROther";
  }

  /** Its interfaces that are up. */
  public List<InterfaceRow> interfaces() {
    List<InterfaceRow> rows = new ArrayList<>();
    for (OspfInterface over : ospf.interfaces()) {
      if (over.isUp()) {
        rows.add(
            new InterfaceRow(
                over.name(),
                over.area().id() + over.area().type().suffix(),
                over.cost(),
                network(over),
                over.state().label(),
                over.designated(),
                over.backup(),
                over.settings().helloS(),
                over.settings().deadS()));
      }
    }
    return rows;
  }

  private static String network(OspfInterface over) {
    return switch (over.settings().kind()) {
      case BROADCAST -> "BROADCAST";
      case POINT_TO_POINT -> "POINTOPOINT";
      case VIRTUAL -> "VIRTUALLINK";
    };
  }

  /** Its routes to networks, in the order of these; a way inside comes before one outside. */
  public List<OspfRoute> routes() {
    List<OspfRoute> routes = new ArrayList<>(ospf.calculation().internal().networks().all());
    for (OspfRoute route : ospf.calculation().external().all()) {
      if (ospf.calculation().internal().networks().find(route.prefix()).isEmpty()) {
        routes.add(route);
      }
    }
    routes.sort(java.util.Comparator.comparing(OspfRoute::prefix));
    return routes;
  }

  /** Its routes to border and boundary routers. */
  public List<RouterRoute> routers() {
    return ospf.calculation().internal().routers();
  }

  /** Its databases, by area. */
  public List<DatabaseRow> database() {
    List<DatabaseRow> rows = new ArrayList<>();
    for (Area area : ospf.areas()) {
      addAll(rows, area.id().toString(), area.scope());
    }
    addAll(rows, "-", ospf.system());
    return rows;
  }

  private void addAll(List<DatabaseRow> rows, String area, Scope scope) {
    for (StoredLsa lsa : scope.database().all()) {
      rows.add(new DatabaseRow(area, lsa.header(ospf.simulation().now())));
    }
  }

  /** The database of an area without ages, to be compared with another router's. */
  public List<String> databaseOf(AreaId area) {
    return ospf.areas().stream()
        .filter(a -> a.id().equals(area))
        .flatMap(a -> a.scope().database().all().stream())
        .map(lsa -> lsa.lsa().toString())
        .toList();
  }
}
