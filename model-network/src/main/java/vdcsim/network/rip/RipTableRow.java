package vdcsim.network.rip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * A way to a network, as a router shows it.
 *
 * @param code where it is from, as FRRouting writes it: {@code R(n)} learned, {@code C(i)} the
 *     router's own, {@code S(r)} redistributed
 * @param nextHop where packets go; 0.0.0.0 where the network is the router's own
 * @param over the interface over which they leave, if it is known
 * @param metric how many hops away it is, 16 if it is out of reach
 * @param from the router that told of it, if there is one
 * @param tag a number that came with it, 16 bits
 */
public record RipTableRow(
    Ipv4Prefix network,
    String code,
    Ipv4Address nextHop,
    Optional<String> over,
    int metric,
    Optional<Ipv4Address> from,
    int tag) {
  /** The heading of each column of {@link #texts}. */
  static final List<String> COLUMNS =
      List.of("network", "code", "metric", "next hop", "interface", "from");

  /** Whether packets to the network are thrown away here. */
  public boolean isBlackhole() {
    return code.endsWith("(r)") && over.isEmpty() && nextHop.equals(RouteEntry.NOWHERE);
  }

  List<String> texts() {
    return List.of(
        network.toString(),
        code,
        String.valueOf(metric),
        isBlackhole() ? "blackhole" : nextHop.toString(),
        over.orElse(""),
        from.map(Ipv4Address::toString).orElse("self"));
  }

  static List<RipTableRow> of(Map<Ipv4Prefix, List<RipRoute>> table) {
    List<RipTableRow> rows = new ArrayList<>();
    table.forEach((network, ways) -> ways.forEach(way -> rows.add(row(network, way))));
    return rows;
  }

  private static RipTableRow row(Ipv4Prefix network, RipRoute way) {
    return new RipTableRow(
        network,
        way.origin().code(),
        way.nextHop(),
        way.over(),
        way.metric(),
        Optional.of(way.from()).filter(from -> way.isLearned()),
        way.tag());
  }
}
