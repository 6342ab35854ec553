package vdcsim.network.bgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vdcsim.kernel.table.Tables;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.rib.Entry;
import vdcsim.network.bgp.rib.Path;

/** What a speaker shows when a run has ended: its table with the reasons, and its sessions. */
final class BgpTables {
  private static final List<String> PATH_COLUMNS =
      List.of(
          "network",
          "from",
          "state",
          "next hop",
          "IGP metric",
          "weight",
          "local preference",
          "AS path",
          "origin",
          "MED",
          "communities",
          "decided by");
  private static final List<String> SESSION_COLUMNS =
      List.of(
          "router", "neighbour", "AS", "state", "prefixes received", "prefixes told", "last reset");

  private BgpTables() {}

  static void offer(Bgp speaker, Tables tables) {
    tables.offer("bgp-" + speaker.name(), PATH_COLUMNS, () -> paths(speaker));
    tables.offer("bgp-sessions", SESSION_COLUMNS, () -> sessions(speaker));
  }

  private static List<List<String>> paths(Bgp speaker) {
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : speaker.networks()) {
      for (Explanation.Candidate candidate :
          speaker.explain(entry.prefix()).orElseThrow().candidates()) {
        rows.add(row(entry, candidate));
      }
    }
    return rows;
  }

  private static List<String> row(Entry entry, Explanation.Candidate candidate) {
    Path path = candidate.path();
    PathAttributes attributes = path.attributes();
    return List.of(
        entry.prefix().toString(),
        path.isLocal()
            ? path.kind().name().toLowerCase(Locale.ROOT)
            : path.peer().address().toString(),
        state(candidate),
        attributes.nextHop().toString(),
        path.isValid() ? String.valueOf(path.igpMetric()) : "",
        String.valueOf(path.weight()),
        String.valueOf(path.localPreference()),
        attributes.asPath().toString(),
        attributes.origin().name().toLowerCase(Locale.ROOT),
        attributes.med().map(String::valueOf).orElse(""),
        attributes.communities().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        candidate.best()
            ? entry.selection().reason().words()
            : candidate.lostAt().map(step -> step.words()).orElse(""));
  }

  private static String state(Explanation.Candidate candidate) {
    if (candidate.best()) {
      return "best";
    } else if (candidate.used()) {
      return "used";
    }
    return candidate.path().isValid() ? "valid" : "next hop unreachable";
  }

  private static List<List<String>> sessions(Bgp speaker) {
    List<List<String>> rows = new ArrayList<>();
    for (SessionView session : speaker.sessions()) {
      rows.add(
          List.of(
              speaker.name(),
              session.neighbor().toString(),
              String.valueOf(session.remoteAs()),
              session.state().toString(),
              String.valueOf(session.prefixesReceived()),
              String.valueOf(session.prefixesTold()),
              session.lastReset()));
    }
    return rows;
  }
}
