package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.rip.Rip;
import vdcsim.network.rip.RipTableRow;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What RIP knows of each network: its metric, from whom, and over which next hop. */
final class RipTables implements RouterPart {

  /** A way as a case writes it; a field in which runs differed is missing. */
  private record Way(
      Optional<String> code,
      Optional<String> nextHop,
      Optional<String> metric,
      Optional<String> from) {
    private static final Comparator<Way> ORDER =
        Comparator.comparing((Way way) -> way.nextHop().orElse(""))
            .thenComparing(way -> way.from().orElse(""));

    /** Of a single way the neighbour is one of several equal ones. */
    List<String> ties(RecordedRouters all, String router, String network) throws UnreadableCase {
      return nextHop.isPresent() && nextHop.equals(from)
          ? RipTies.of(all, router, network, nextHop.get()).gateways()
          : List.of();
    }

    void add(Entries entries, String path, List<String> ties) {
      code.ifPresent(text -> entries.add(path + ".code", text));
      nextHop.ifPresent(text -> entries.add(path + ".next_hop", text, ties));
      metric.ifPresent(text -> entries.add(path + ".metric", text));
      from.ifPresent(text -> entries.add(path + ".from", text, ties));
    }
  }

  @Override
  public String field() {
    return RipProtocol.FIELD;
  }

  @Override
  public void expected(Entries entries, String path, Fields recorded, RecordedRouters all)
      throws UnreadableCase, UnsupportedCase {
    for (String network : recorded.names()) {
      List<Way> ways = new ArrayList<>();
      for (Fields way : recorded.objects(network)) {
        ways.add(
            new Way(
                way.optionalText("code"),
                way.optionalText("next_hop"),
                way.optionalText("metric"),
                way.optionalText("from")));
        way.expectNoOther();
      }
      List<String> ties =
          ways.size() == 1
              ? ways.get(0).ties(all, RecordedRouters.router(path), network)
              : List.of();
      add(entries, path + "." + network, ways, ties);
    }
  }

  @Override
  public void observed(Entries entries, String path, String router, NetworkRun run) {
    Map<String, List<Way>> networks = new LinkedHashMap<>();
    for (RipTableRow row : run.world().require("", router, Rip.class, "router with RIP").table()) {
      networks.computeIfAbsent(row.network().toString(), n -> new ArrayList<>()).add(way(row));
    }
    networks.forEach((network, ways) -> add(entries, path + "." + network, ways, List.of()));
  }

  private static Way way(RipTableRow row) {
    return new Way(
        Optional.of(row.code()),
        Optional.of(row.isBlackhole() ? "blackhole" : row.nextHop().toString()),
        Optional.of(String.valueOf(row.metric())),
        Optional.of(row.from().map(Ipv4Address::toString).orElse("self")));
  }

  private static void add(Entries entries, String path, List<Way> ways, List<String> ties) {
    List<Way> sorted = ways.stream().sorted(Way.ORDER).toList();
    for (int i = 0; i < sorted.size(); i++) {
      sorted.get(i).add(entries, path + "[" + i + "]", ties);
    }
  }
}
