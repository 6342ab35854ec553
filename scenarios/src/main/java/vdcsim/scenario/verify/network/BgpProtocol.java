package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** BGP as cases describe it, in the words of a scenario. */
final class BgpProtocol implements RoutedProtocol {
  private static final String FIELD = "bgp";
  private static final List<Integer> TIMERS = List.of(60, 180);

  /** Rounds of announcements until all routers agree; each may wait for the interval. */
  private static final int ROUNDS = 6;

  private static final int LEAST_SETTLE_S = 10;

  @Override
  public String field() {
    return FIELD;
  }

  @Override
  public Optional<String> facet(RouterFields router) throws UnreadableCase, UnsupportedCase {
    Settings bgp = router.settings(FIELD);
    if (!bgp.isSaid()) {
      return Optional.empty();
    }
    List<String> keys = new ArrayList<>();
    keys.add("asn: " + bgp.text("asn").orElse("0"));
    router.routerId().ifPresent(id -> keys.add("router-id: " + id));
    keys.add("networks: " + list(bgp.texts("networks")));
    List<String> neighbors = new ArrayList<>();
    for (Fields neighbor : bgp.objects("neighbors")) {
      neighbors.add(neighbor(neighbor));
    }
    keys.add("neighbors: " + list(neighbors));
    keys.add("aggregates: " + list(aggregates(bgp)));
    keys.add("redistribute: " + list(redistributed(bgp)));
    List<Integer> timers = bgp.integers("timers", TIMERS);
    keys.add("timers: { keepalive: %d s, hold: %d s }".formatted(timers.get(0), timers.get(1)));
    keys.add("advertisement-interval: " + bgp.integer("advertisement_interval_s", 0) + " s");
    keys.add("max-paths: " + bgp.integer("max_paths", 64));
    for (String choice :
        List.of(
            "compare_routerid",
            "always_compare_med",
            "deterministic_med",
            "multipath_relax",
            "ebgp_requires_policy")) {
      keys.add(choice.replace('_', '-') + ": " + bgp.truth(choice, false));
    }
    return Optional.of("bgp: { " + String.join(", ", keys) + " }");
  }

  private static String list(List<String> items) {
    return "[" + String.join(", ", items) + "]";
  }

  private static String neighbor(Fields neighbor) throws UnreadableCase, UnsupportedCase {
    List<String> keys = new ArrayList<>();
    keys.add("address: " + neighbor.text("ip"));
    keys.add("remote-as: " + neighbor.text("remote_as"));
    keys.add("weight: " + neighbor.integer("weight", 0));
    keys.add("next-hop-self: " + neighbor.truth("next_hop_self", false));
    keys.add("route-reflector-client: " + neighbor.truth("rr_client", false));
    keys.add("ebgp-multihop: " + neighbor.integer("ebgp_multihop", 1));
    Optional<String> source = neighbor.optionalText("update_source");
    source.ifPresent(text -> keys.add("update-source: " + text));
    keys.add("in: " + policy(neighbor, "in"));
    keys.add("out: " + policy(neighbor, "out"));
    neighbor.expectNoOther();
    return "{ " + String.join(", ", keys) + " }";
  }

  private static String policy(Fields neighbor, String direction)
      throws UnreadableCase, UnsupportedCase {
    List<String> clauses = new ArrayList<>();
    for (Fields clause : neighbor.objects(direction)) {
      List<String> keys = new ArrayList<>();
      clause
          .optionalText("action")
          .ifPresent(action -> keys.add("action: " + action.toLowerCase(Locale.ROOT)));
      Optional<Fields> match = clause.optionalObject("match");
      if (match.isPresent()) {
        keys.add("match: " + match(match.get()));
      }
      Optional<Fields> set = clause.optionalObject("set");
      if (set.isPresent()) {
        keys.add("set: " + set(set.get()));
      }
      clause.expectNoOther();
      clauses.add("{ " + String.join(", ", keys) + " }");
    }
    return list(clauses);
  }

  private static String match(Fields match) throws UnreadableCase, UnsupportedCase {
    List<String> keys = new ArrayList<>();
    for (String name : List.of("prefix", "community")) {
      if (match.has(name)) {
        keys.add(name + ": " + list(quoted(texts(match, name))));
      }
    }
    match.optionalText("as_path").ifPresent(text -> keys.add("as-path: " + quoted(text)));
    match.expectNoOther();
    return "{ " + String.join(", ", keys) + " }";
  }

  private static List<String> texts(Fields fields, String name) throws UnreadableCase {
    return fields.isList(name) ? fields.texts(name) : List.of(fields.text(name).split("[ ,]+"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(BgpProtocol::quoted).toList();
  }

  private static String set(Fields set) throws UnreadableCase, UnsupportedCase {
    List<String> keys = new ArrayList<>();
    set.optionalText("local_pref").ifPresent(text -> keys.add("local-preference: " + text));
    set.optionalText("med").ifPresent(text -> keys.add("med: " + text));
    set.optionalText("weight").ifPresent(text -> keys.add("weight: " + text));
    set.optionalText("next_hop").ifPresent(text -> keys.add("next-hop: " + text));
    if (set.has("prepend")) {
      keys.add("prepend: " + list(texts(set, "prepend")));
    }
    if (set.has("community")) {
      keys.add(communities(new ArrayList<>(texts(set, "community"))));
    }
    set.expectNoOther();
    return "{ " + String.join(", ", keys) + " }";
  }

  /** As in a route map: {@code none}, a list, or a list and {@code additive}. */
  private static String communities(List<String> marks) {
    if (marks.equals(List.of("none"))) {
      return "no-community: true";
    }
    boolean more = marks.remove("additive");
    return (more ? "add-community: " : "community: ") + list(quoted(marks));
  }

  private static List<String> aggregates(Settings bgp) throws UnreadableCase, UnsupportedCase {
    List<String> aggregates = new ArrayList<>();
    for (Fields aggregate : bgp.objects("aggregates")) {
      aggregates.add(
          "{ prefix: %s, summary-only: %s, as-set: %s }"
              .formatted(
                  aggregate.text("prefix"),
                  aggregate.truth("summary_only", false),
                  aggregate.truth("as_set", false)));
      aggregate.expectNoOther();
    }
    return aggregates;
  }

  private static List<String> redistributed(Settings bgp) throws UnreadableCase, UnsupportedCase {
    List<String> sources = new ArrayList<>();
    for (Fields source : bgp.objects("redistribute")) {
      String metric = source.optionalText("metric").map(m -> ", metric: " + m).orElse("");
      sources.add("{ from: " + source.text("from") + metric + " }");
      source.expectNoOther();
    }
    return sources;
  }

  /**
   * The hold time, and what follows: a neighbour that has vanished is found out, and the speaker
   * has begun to look for it again.
   */
  @Override
  public OptionalInt settleS(RouterFields router) throws UnreadableCase {
    Settings bgp = router.settings(FIELD);
    if (!bgp.isSaid()) {
      return OptionalInt.empty();
    }
    int hold = bgp.integers("timers", TIMERS).get(1);
    int interval = bgp.integer("advertisement_interval_s", 0);
    return OptionalInt.of(Math.max(hold + 1, LEAST_SETTLE_S) + ROUNDS * interval);
  }

  /** A neighbour on an interface's network is found out by its silence. */
  @Override
  public Optional<Detection> detection(RouterFields router, RouterFields.End end)
      throws UnreadableCase {
    Settings bgp = router.settings(FIELD);
    if (!bgp.isSaid() || end.ip().isEmpty()) {
      return Optional.empty();
    }
    Ipv4Interface own = Ipv4Interface.parse(end.ip().get());
    for (Fields neighbor : bgp.objects("neighbors")) {
      if (own.contains(Ipv4Address.parse(neighbor.text("ip")))) {
        List<Integer> timers = bgp.integers("timers", TIMERS);
        return Optional.of(Detection.hellos(timers.get(0), timers.get(1)));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<RouterPart> part() {
    return Optional.of(new BgpState());
  }
}
