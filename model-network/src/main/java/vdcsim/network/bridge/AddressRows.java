package vdcsim.network.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vdcsim.kernel.Simulation;

/** The addresses that switches remember, as a table at the end of a run. */
final class AddressRows {
  private static final List<String> COLUMNS =
      List.of("switch", "filtering database", "address", "port", "last seen (s ago)");

  private static final double NS_PER_SECOND = 1e9;

  private AddressRows() {}

  static void offer(
      Simulation simulation, String bridge, ForwardingTable table, List<BridgePort> ports) {
    simulation
        .tables()
        .offer("switch-addresses", COLUMNS, () -> rows(simulation.now(), bridge, table, ports));
  }

  private static List<List<String>> rows(
      long nowNs, String bridge, ForwardingTable table, List<BridgePort> ports) {
    List<List<String>> rows = new ArrayList<>();
    for (ForwardingTable.Entry entry : table.entries(nowNs)) {
      String ago = String.format(Locale.ROOT, "%.3f", (nowNs - entry.seenNs()) / NS_PER_SECOND);
      rows.add(
          List.of(
              bridge,
              String.valueOf(entry.database()),
              entry.address().toString(),
              ports.get(entry.port()).label(),
              ago));
    }
    return rows;
  }
}
