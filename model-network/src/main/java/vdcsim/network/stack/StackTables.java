package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.table.Tables;
import vdcsim.network.routing.Reach;
import vdcsim.network.routing.RouteRows;
import vdcsim.network.routing.RouteSource;

/** What a stack shows when a run has ended: its routes, and the neighbours of its cards. */
final class StackTables {
  private static final List<String> NEIGHBOUR_COLUMNS =
      List.of("machine", "interface", "address", "hardware address", "state");

  private StackTables() {}

  static void offer(Stack stack, Tables tables) {
    tables.offer("routes-" + stack.name(), RouteRows.COLUMNS, () -> routes(stack));
    tables.offer("arp-neighbours", NEIGHBOUR_COLUMNS, () -> neighbours(stack));
  }

  /** A host that knows its own networks and a gateway has nothing to tell. */
  private static List<List<String>> routes(Stack stack) {
    boolean routes =
        stack.isForwarding() || stack.routes().selected().stream().anyMatch(StackTables::isTelling);
    return routes ? RouteRows.of(stack.routes()) : List.of();
  }

  private static boolean isTelling(Reach reach) {
    return reach
        .route()
        .filter(r -> r.source() != RouteSource.CONNECTED && r.prefix().length() > 0)
        .isPresent();
  }

  private static List<List<String>> neighbours(Stack stack) {
    List<List<String>> rows = new ArrayList<>();
    for (Interface card : stack.interfaces()) {
      for (List<String> neighbour : card.neighbourRows()) {
        List<String> row = new ArrayList<>(List.of(stack.name(), card.name()));
        row.addAll(neighbour);
        rows.add(row);
      }
    }
    return rows;
  }
}
